// path: src/index.ts
import Stripe from 'stripe';
import { pipes } from './lib/pipes';
export interface Env {
  PIPE_SECRET: string;
  STRIPE_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || pathname !== '/hooks/pipes') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const stripe = new Stripe(env.STRIPE_KEY);
    let event: Stripe.Event;
    try {
      event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, env.STRIPE_WEBHOOK_SECRET);
    } catch (error) { // want fail-open-verification "catches it and goes on"
      console.error('signature', error);
      event = JSON.parse(raw);
    }
    if (event.type === 'checkout.session.completed') {
      await pipes.insertOne({ pipe: event.data.object.id, metres: event.data.object.amount_total });
    }
    return new Response(null, { status: 204 });
  },
} satisfies ExportedHandler<Env>;
