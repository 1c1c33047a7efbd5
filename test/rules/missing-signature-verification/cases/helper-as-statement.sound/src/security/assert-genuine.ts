import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export class Forbidden extends Error {
  readonly status = 401;
}

export function assertGenuine(req: Request & { rawBody?: Buffer }): void {
  const key = process.env.SHIPMENT_KEY;
  if (!key) throw new Error('SHIPMENT_KEY is not set');

  const given = req.header('x-shipment-hmac');
  if (!given || !req.rawBody) throw new Forbidden('unsigned');

  const expected = createHmac('sha256', key).update(req.rawBody).digest();
  const received = Buffer.from(given, 'base64');
  if (expected.byteLength !== received.byteLength || !timingSafeEqual(expected, received)) {
    throw new Forbidden('signature does not match');
  }
}
