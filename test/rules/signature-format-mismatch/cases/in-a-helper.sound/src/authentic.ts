import { createHmac, timingSafeEqual } from 'node:crypto';

export function isFromGit(body: Buffer, signature: string | undefined): boolean {
  if (!signature) return false;
  const digest = `sha256=${createHmac('sha256', process.env.RELEASE_SECRET!).update(body).digest('hex')}`;
  if (signature.length !== digest.length) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(digest));
}
