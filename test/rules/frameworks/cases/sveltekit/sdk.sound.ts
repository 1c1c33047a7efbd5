// path: src/routes/hooks/tickets/+server.ts
import Stripe from 'stripe';
import { tickets } from '../../../lib/tickets';
import { env } from '$env/dynamic/private';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  const raw = await request.text();
  const stripe = new Stripe(env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    error(401, 'unauthorized');
  }
  if (event.type === 'checkout.session.completed') {
    await tickets.insertOne({ ticket: event.data.object.id, seats: event.data.object.amount_total });
  }
  return json({ ok: true });
};
