import { createHmac } from 'node:crypto';

export function isGenuine(raw: Buffer, signature: string | undefined, secret: string): boolean {
  const mine = createHmac('sha256', secret).update(raw).digest('hex');
  return mine === signature; // want weak-signature-comparison "constant time"
}
