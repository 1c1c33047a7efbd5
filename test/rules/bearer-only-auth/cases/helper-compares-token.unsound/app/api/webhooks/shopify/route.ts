import { hasToken } from '../../../../src/auth';
import { orders } from '../../../../src/orders';

export async function POST(request: Request) { // want bearer-only-auth "Shopify signs what it sends"
  if (!hasToken(request.headers.get('authorization'))) return new Response(null, { status: 401 });

  const order = await request.json();
  if (request.headers.get('x-shopify-topic') === 'orders/create') await orders.insert({ id: order.id, total: order.total_price });
  return new Response(null, { status: 200 });
}
