import { createHmac, timingSafeEqual } from 'node:crypto';

export function isFromShop(raw: string, header: string | null): boolean {
  const given = Buffer.from(header ?? '', 'base64');
  const expected = createHmac('sha256', process.env.SHOP_SECRET!).update(raw, 'utf8').digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
