// path: src/functions/wagonHook.ts
import Stripe from 'stripe';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    const stripe = new Stripe(process.env.STRIPE_KEY!);
    let event: Stripe.Event;
    try {
      event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
    } catch (error) { // want fail-open-verification "catches it and goes on"
      console.error('signature', error);
      event = JSON.parse(raw);
    }
    if (event.type === 'checkout.session.completed') {
      await wagons.insertOne({ wagon: event.data.object.id, load: event.data.object.amount_total });
    }
    return { status: 204 };
  },
});
