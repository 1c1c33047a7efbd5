// path: app/routes/hooks.bookings.ts
import Stripe from 'stripe';
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const raw = await request.text();
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    throw new Response('unauthorized', { status: 401 });
  }
  if (event.type === 'checkout.session.completed') {
    await bookings.insertOne({ booking: event.data.object.id, nights: event.data.object.amount_total });
  }
  return data({ ok: true });
}
