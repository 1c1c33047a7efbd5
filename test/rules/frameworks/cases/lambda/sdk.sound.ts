// path: src/webhooks/receive.ts
import Stripe from 'stripe';
import { meters } from '../lib/meters';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, event.headers['stripe-signature']!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    return { statusCode: 401, body: 'unauthorized' };
  }
  if (event.type === 'checkout.session.completed') {
    await meters.insertOne({ meter: event.data.object.id, kwh: event.data.object.amount_total });
  }
  return { statusCode: 204 };
};
