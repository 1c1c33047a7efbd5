import { createHmac } from 'node:crypto';

export function genuine(header: string, raw: Buffer): boolean {
  const digest = createHmac('sha256', process.env.CI_SECRET!).update(raw).digest('hex');
  return header.startsWith('sha256=') && header.endsWith(digest);
}
