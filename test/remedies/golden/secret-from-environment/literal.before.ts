import { createHmac } from 'node:crypto';

const SECRET = 'parcels-4711';

export const mac = (raw: Buffer): string => createHmac('sha256', SECRET).update(raw).digest('hex');
