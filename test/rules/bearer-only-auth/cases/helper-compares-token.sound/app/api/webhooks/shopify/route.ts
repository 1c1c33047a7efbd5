import { isFromShop } from '../../../../src/auth';
import { orders } from '../../../../src/orders';

export async function POST(request: Request) {
  const raw = await request.text();
  if (!isFromShop(raw, request.headers.get('x-shopify-hmac-sha256'))) return new Response(null, { status: 401 });

  const order = JSON.parse(raw);
  if (request.headers.get('x-shopify-topic') === 'orders/create') await orders.insert({ id: order.id, total: order.total_price });
  return new Response(null, { status: 200 });
}
