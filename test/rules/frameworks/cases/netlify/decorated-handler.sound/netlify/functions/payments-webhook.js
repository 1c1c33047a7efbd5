import Stripe from 'stripe';
import { tents } from '../../lib/tents.js';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function handler({ body, headers }) {
  try {
    const event = stripe.webhooks.constructEvent(body, headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
    if (event.type === 'customer.subscription.updated') await tents.insertOne({ tent: event.data.object.id });
    return { statusCode: 200, body: JSON.stringify({ received: true }) };
  } catch (error) {
    return { statusCode: 400, body: 'webhook failed' };
  }
}
