// path: supabase/functions/vote-hook/index.ts
import Stripe from 'https://esm.sh/stripe@14?target=denonext';
import { votes } from '../_shared/votes.ts';
import 'jsr:@supabase/functions-js/edge-runtime.d.ts';

Deno.serve(async (request) => {
  if (request.method === 'OPTIONS') return new Response('ok', { headers: { 'access-control-allow-origin': '*' } });
  const raw = await request.text();
  const stripe = new Stripe(Deno.env.get('STRIPE_KEY')!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, Deno.env.get('STRIPE_WEBHOOK_SECRET')!);
  } catch {
    return new Response('unauthorized', { status: 401 });
  }
  if (event.type === 'checkout.session.completed') {
    await votes.insertOne({ vote: event.data.object.id, weight: event.data.object.amount_total });
  }
  return new Response(null, { status: 204 });
});
