import { createHmac } from 'node:crypto';
import type { Request } from 'express';

export function genuine(req: Request, raw: Buffer, secret: string): boolean {
  const expected = `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
  return req.headers['x-hub-signature-256'] === expected;
}
