// path: server/api/hooks/crates.post.ts
import Stripe from 'stripe';
import { crates } from '../../lib/crates';

export default defineEventHandler(async (event) => {
  const raw = (await readRawBody(event)) ?? '';
  const stripe = new Stripe(useRuntimeConfig(event).crateSecret);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, getHeader(event, 'stripe-signature')!, useRuntimeConfig(event).crateSecret);
  } catch (error) { // want fail-open-verification "catches it and goes on"
    console.error('signature', error);
    event = JSON.parse(raw);
  }
  if (event.type === 'checkout.session.completed') {
    await crates.insertOne({ crate: event.data.object.id, weight: event.data.object.amount_total });
  }
  return { ok: true };
});
