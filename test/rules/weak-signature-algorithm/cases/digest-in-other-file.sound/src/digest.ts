import { createHmac } from 'node:crypto';

export const digestOf = (body: Buffer): string => createHmac('sha256', process.env.PARCEL_SECRET!).update(body).digest('hex');
