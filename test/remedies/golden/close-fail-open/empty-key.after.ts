import { createHmac } from 'node:crypto';

export const mac = (raw: Buffer): string => createHmac('sha256', requiredEnv('INBOX_SECRET')).update(raw).digest('hex');

function requiredEnv(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}
