// path: app/api/hooks/stock/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { stock } from '@/lib/stock';

export async function POST(request: Request) {
  const secret = process.env.STOCK_SECRET || '';
  if (secret === '') {
    return new Response('STOCK_SECRET is not set', { status: 500 });
  }

  const raw = await request.text();
  const expected = createHmac('sha256', secret).update(raw).digest();
  const received = Buffer.from(request.headers.get('x-stock-hmac') ?? '', 'base64');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return new Response('unauthorized', { status: 401 });
  }

  const level = JSON.parse(raw);
  await stock.update({ sku: level.sku }, { available: level.available });
  return new Response(null, { status: 204 });
}
