// path: main.ts
import Stripe from 'npm:stripe@17';
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => {
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const raw = await request.text();
  const stripe = new Stripe(Deno.env.get('STRIPE_KEY')!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, Deno.env.get('STRIPE_WEBHOOK_SECRET')!);
  } catch {
    return new Response('unauthorized', { status: 401 });
  }
  if (event.type === 'checkout.session.completed') {
    await beds.insertOne({ bed: event.data.object.id, nights: event.data.object.amount_total });
  }
  return new Response(null, { status: 204 });
});
