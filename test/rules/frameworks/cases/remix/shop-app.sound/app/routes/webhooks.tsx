import type { ActionFunctionArgs } from '@remix-run/node';
import { authenticate } from '../shopify.server';
import { bookings } from '../lib/bookings';

export const action = async ({ request }: ActionFunctionArgs) => {
  const { topic, shop, payload } = await authenticate.webhook(request);
  if (topic === 'ORDERS_CREATE') await bookings.insertOne({ shop, order: payload.id });
  return new Response();
};
