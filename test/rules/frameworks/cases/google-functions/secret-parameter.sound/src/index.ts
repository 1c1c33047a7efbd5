import { defineSecret } from 'firebase-functions/params';
import * as functions from 'firebase-functions';
import Stripe from 'stripe';
import { kiosks } from './lib/kiosks';

const signingSecret = defineSecret('STRIPE_WEBHOOK_SECRET');
const key = defineSecret('STRIPE_KEY');

export const stripeWebhook = functions.runWith({ secrets: [signingSecret, key] }).https.onRequest(async (req, res) => {
  let event: Stripe.Event;
  try {
    event = new Stripe(key.value()).webhooks.constructEvent(req.rawBody, req.headers['stripe-signature'] as string, signingSecret.value());
  } catch (error) {
    res.status(400).send('invalid signature');
    return;
  }
  await kiosks.insertOne({ kiosk: event.id });
  res.json({ received: true });
});
