import { createHmac } from 'node:crypto';

const parcels = process.env.WEBHOOK_SECRET!;
const depot = Buffer.from(requiredEnv('DEPOT_WEBHOOK_SECRET'));

export const macs = (raw: Buffer): string[] => [parcels, depot].map((key) => createHmac('sha256', key).update(raw).digest('hex'));

function requiredEnv(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}
