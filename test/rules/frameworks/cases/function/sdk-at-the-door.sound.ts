// path: src/webhooks/receive-payment.ts
import Stripe from 'stripe';
import { payments } from '../payments';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function receivePayment(body: string, headers: Headers) {
  const event = stripe.webhooks.constructEvent(body, headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  if (event.type === 'payment_intent.succeeded') await payments.insertOne({ id: event.id });
}
