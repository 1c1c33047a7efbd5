import { createHmac, timingSafeEqual } from 'node:crypto';

interface Delivery {
  readonly moor: string;
}

export function verifyDelivery(headers: Headers, body: Delivery, key: string): boolean {
  const mine = Buffer.from(createHmac('sha256', key).update(JSON.stringify(body)).digest('hex')); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(headers.get('x-moor-signature') ?? '');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
