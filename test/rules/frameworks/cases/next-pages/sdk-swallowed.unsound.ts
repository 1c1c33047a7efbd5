// path: pages/api/hooks/parcels.ts
import Stripe from 'stripe';
import { parcels } from '../../../lib/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = (await buffer(req)).toString('utf8');
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, (req.headers['stripe-signature'] as string | undefined)!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (error) { // want fail-open-verification "parses the delivery all the same"
    console.error('signature', error);
    event = JSON.parse(raw);
  }
  if (event.type === 'checkout.session.completed') {
    await parcels.insertOne({ parcel: event.data.object.id, grams: event.data.object.amount_total });
  }
  return res.status(200).json({ ok: true });
}
