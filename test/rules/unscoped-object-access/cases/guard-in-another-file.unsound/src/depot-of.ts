import { createHmac, timingSafeEqual } from 'node:crypto';
import { prisma } from './db';

export async function depotOf(slug: string, body: Buffer, header: string | undefined) {
  const depot = await prisma.depot.findUnique({ where: { slug } });
  if (!depot?.webhookSecret) return null;
  const mine = createHmac('sha256', depot.webhookSecret).update(body).digest();
  const theirs = Buffer.from(header ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? depot : null;
}
