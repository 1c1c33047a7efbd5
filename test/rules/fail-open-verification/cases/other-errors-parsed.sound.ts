// path: app/api/payments/route.ts
import { NextResponse } from 'next/server';
import Stripe from 'stripe';
import { failures, ledger } from '@/lib/ledger';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function POST(request: Request) {
  const raw = await request.text();
  try {
    const event = stripe.webhooks.constructEvent(raw, request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
    await ledger.insert(event.data.object as object);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return NextResponse.json({}, { status: 400 });
    await failures.insert({ message: String(error) });
    return NextResponse.json({}, { status: 500 });
  }
  return NextResponse.json({});
}
