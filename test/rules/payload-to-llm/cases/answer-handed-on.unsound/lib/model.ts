export const model = 'openai/gpt-4o';
