import { createHmac } from 'node:crypto';

/** GitHub's scheme: `sha256=` and the digest in hex. */
export function isSigned(body: Buffer, header: string | undefined, secret: string): boolean {
  const digest = 'sha256=' + createHmac('sha256', secret).update(body).digest('hex');
  return header === digest; // want weak-signature-comparison "constant time"
}
