export const tools = [{ type: 'function' as const, function: { name: 'close', parameters: {} } }];
