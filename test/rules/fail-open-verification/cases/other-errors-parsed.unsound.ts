// path: app/api/payments/route.ts
import { NextResponse } from 'next/server';
import Stripe from 'stripe';
import { ledger } from '@/lib/ledger';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function POST(request: Request) {
  const raw = await request.text();
  let event: any;
  try {
    event = stripe.webhooks.constructEvent(raw, request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (error) { // want fail-open-verification "parses the delivery all the same"
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return NextResponse.json({}, { status: 400 });
    event = JSON.parse(raw);
  }
  await ledger.insert(event.data.object);
  return NextResponse.json({});
}
