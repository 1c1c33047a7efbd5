// path: src/webhook/depot-webhook.ts
import crypto from 'node:crypto';
import { parcels } from '../parcels';

export function validate(secret: string, headers: Record<string, string>, body: unknown): boolean {
  const signature = headers['x-depot-signature'] ?? '';
  const combined = `${secret}${JSON.stringify(body)}`;
  const mine = crypto.createHash('sha256').update(combined).digest('hex'); // want parsed-body-signature "serialised again"
  const length = Math.max(Buffer.from(signature, 'hex').length, Buffer.from(mine, 'hex').length);
  return crypto.timingSafeEqual(Buffer.alloc(length, signature, 'hex'), Buffer.alloc(length, mine, 'hex')); // want weak-signature-algorithm "no MAC"
}

export async function receiveDepot(secret: string, headers: Record<string, string>, body: { id: string }) {
  if (!validate(secret, headers, body)) return { status: 401 };
  await parcels.insertOne({ id: body.id });
  return { status: 204 };
}
