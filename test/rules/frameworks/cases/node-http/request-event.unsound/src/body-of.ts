import type { IncomingMessage } from 'node:http';

export async function bodyOf(req: IncomingMessage): Promise<string> {
  let all = '';
  for await (const chunk of req) all += chunk;
  return all;
}
