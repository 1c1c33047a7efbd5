import crypto from 'crypto';

export function genuine(sent: string, raw: Buffer, secret: string): boolean {
  const mac = crypto.createHmac('sha256', secret).update(raw).digest();
  return sameBytes(Buffer.from(sent, 'hex'), mac);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && crypto.timingSafeEqual(left, right);
}
