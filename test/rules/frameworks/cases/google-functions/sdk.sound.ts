// path: src/hooks/index.ts
import Stripe from 'stripe';
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => {
  const raw = req.rawBody.toString('utf8');
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    res.status(401).send('unauthorized');
    return;
  }
  if (event.type === 'checkout.session.completed') {
    await kiosks.insertOne({ kiosk: event.data.object.id, coins: event.data.object.amount_total });
  }
  res.sendStatus(204);
});
