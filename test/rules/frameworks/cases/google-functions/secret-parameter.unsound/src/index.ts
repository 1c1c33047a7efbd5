import { defineSecret } from 'firebase-functions/params';
import * as functions from 'firebase-functions';
import Stripe from 'stripe';
import { kiosks } from './lib/kiosks';

const signingSecret = defineSecret('STRIPE_WEBHOOK_SECRET');
const key = defineSecret('STRIPE_KEY');

export const stripeWebhook = functions.runWith({ secrets: [signingSecret, key] }).https.onRequest(async (req, res) => {
  const event = new Stripe(key.value()).webhooks.constructEvent(JSON.stringify(req.body), req.headers['stripe-signature'] as string, signingSecret.value()); // want parsed-body-signature "parsed and serialised again"
  await kiosks.insertOne({ kiosk: event.id });
  res.json({ received: true });
});
