import crypto from 'node:crypto';

export function verifySignature(raw: string, header: string | null): boolean {
  const secret = process.env.CRM_HOOK_SECRET;
  if (!secret) return false;
  if (!header) return false;

  const expected = crypto.createHmac('sha256', secret).update(raw).digest();
  const received = Buffer.from(header, 'hex');
  return expected.length === received.length && crypto.timingSafeEqual(expected, received);
}
