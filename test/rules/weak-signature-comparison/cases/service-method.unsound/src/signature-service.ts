import { createHmac } from 'node:crypto';

export class SignatureService {
  constructor(private readonly secret: string) {}

  private sign(raw: Buffer): string {
    return createHmac('sha512', this.secret).update(raw).digest('base64');
  }

  accepts(raw: Buffer, header: string | undefined): boolean {
    if (!header) return false;
    const expected = this.sign(raw);
    return expected == header; // want weak-signature-comparison "constant time"
  }
}
