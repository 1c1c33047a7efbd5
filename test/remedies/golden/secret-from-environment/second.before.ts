import { createHmac } from 'node:crypto';

const parcels = process.env.WEBHOOK_SECRET!;
const depot = Buffer.from('depot-4711');

export const macs = (raw: Buffer): string[] => [parcels, depot].map((key) => createHmac('sha256', key).update(raw).digest('hex'));
