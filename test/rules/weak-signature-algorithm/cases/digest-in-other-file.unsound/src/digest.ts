import { createHash } from 'node:crypto';

export const digestOf = (body: Buffer): string => createHash('sha256').update(process.env.PARCEL_SECRET + body.toString('utf8')).digest('hex');
