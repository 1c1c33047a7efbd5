import { timingSafeEqual } from 'node:crypto';

export function hasToken(header: string | null): boolean {
  const given = Buffer.from(header?.replace(/^Bearer /, '') ?? '');
  const expected = Buffer.from(process.env.SHOP_FORWARD_TOKEN!);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
