// path: app/api/hooks/parcels/route.ts
import Stripe from 'stripe';
import { parcels } from '../../../../lib/parcels';
import { type NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const raw = await request.text();
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (error) { // want fail-open-verification "parses the delivery all the same"
    console.error('signature', error);
    event = JSON.parse(raw);
  }
  if (event.type === 'checkout.session.completed') {
    await parcels.insertOne({ parcel: event.data.object.id, grams: event.data.object.amount_total });
  }
  return NextResponse.json({ ok: true });
}
