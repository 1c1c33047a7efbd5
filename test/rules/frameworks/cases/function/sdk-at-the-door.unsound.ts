// path: src/webhooks/receive-payment.ts
import Stripe from 'stripe';
import { payments } from '../payments';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function receivePayment(body: string, headers: Headers) {
  let event = JSON.parse(body) as Stripe.Event;
  const signature = headers.get('stripe-signature');
  if (signature) { // want fail-open-verification "header is missing"
    event = stripe.webhooks.constructEvent(body, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  }
  if (event.type === 'payment_intent.succeeded') await payments.insertOne({ id: event.id });
}
