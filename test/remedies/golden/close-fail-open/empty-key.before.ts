import { createHmac } from 'node:crypto';

export const mac = (raw: Buffer): string => createHmac('sha256', process.env.INBOX_SECRET ?? '').update(raw).digest('hex');
