// path: app/api/hooks/stock/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { stock } from '@/lib/stock';

export async function POST(request: Request) {
  const raw = await request.text();
  const expected = createHmac('sha256', process.env.STOCK_SECRET || '').update(raw).digest(); // want fail-open-verification "empty key"
  const received = Buffer.from(request.headers.get('x-stock-hmac') ?? '', 'base64');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return new Response('unauthorized', { status: 401 });
  }

  const level = JSON.parse(raw);
  await stock.update({ sku: level.sku }, { available: level.available });
  return new Response(null, { status: 204 });
}
