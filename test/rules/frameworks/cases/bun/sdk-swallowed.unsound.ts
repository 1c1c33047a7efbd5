// path: src/server.ts
import Stripe from 'stripe';
import { boats } from './lib/boats';

Bun.serve({
  port: 3000,
  async fetch(request) {
    if (new URL(request.url).pathname !== '/hooks/boats') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const stripe = new Stripe(Bun.env.STRIPE_KEY!);
    let event: Stripe.Event;
    try {
      event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, Bun.env.STRIPE_WEBHOOK_SECRET!);
    } catch (error) { // want fail-open-verification "catches it and goes on"
      console.error('signature', error);
      event = JSON.parse(raw);
    }
    if (event.type === 'checkout.session.completed') {
      await boats.insertOne({ boat: event.data.object.id, berth: event.data.object.amount_total });
    }
    return new Response(null, { status: 204 });
  },
});
