import { createHmac, timingSafeEqual } from 'node:crypto';

export class SignatureService {
  constructor(private readonly secret: string) {}

  private sign(raw: Buffer): Buffer {
    return createHmac('sha512', this.secret).update(raw).digest();
  }

  accepts(raw: Buffer, header: string | undefined): boolean {
    if (header === undefined) return false;
    const expected = this.sign(raw);
    const given = Buffer.from(header, 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
