import crypto from 'crypto';

export function genuine(sent: string, raw: Buffer, secret: string): boolean {
  const mac = crypto.createHmac('sha256', secret).update(raw).digest();
  return crypto.timingSafeEqual(Buffer.from(sent, 'hex'), mac);
}
