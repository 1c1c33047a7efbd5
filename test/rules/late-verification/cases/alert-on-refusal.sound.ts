// path: app/api/hooks/payouts/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { prisma } from '@/lib/prisma';

function genuine(raw: string, header: string | null) {
  const secret = process.env.PAYOUT_SECRET;
  if (!secret || !header) return false;
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export async function POST(request: Request) {
  const raw = await request.text();

  if (!genuine(raw, request.headers.get('x-payout-signature'))) {
    await prisma.refusedDelivery.create({ data: { at: new Date(), bytes: raw.length } });
    return new Response('unauthorized', { status: 401 });
  }

  const payout = JSON.parse(raw);
  await prisma.payout.create({ data: { reference: payout.reference, cents: payout.amount } });
  return new Response(null, { status: 204 });
}
