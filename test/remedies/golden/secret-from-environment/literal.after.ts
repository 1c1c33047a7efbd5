import { createHmac } from 'node:crypto';

const SECRET = requiredEnv('PARCEL_SECRET');

export const mac = (raw: Buffer): string => createHmac('sha256', SECRET).update(raw).digest('hex');

function requiredEnv(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}
