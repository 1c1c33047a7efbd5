// path: app/api/stripe/route.ts
import { headers } from 'next/headers';
import { NextResponse } from 'next/server';
import Stripe from 'stripe';
import { orders } from '@/server/orders';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function POST(req: Request) {
  const body = await req.text();
  const signature = (await headers()).get('stripe-signature');

  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(body, signature!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (error) {
    console.warn('rejected a delivery', error);
    return new NextResponse('bad signature', { status: 400 });
  }

  if (event.type === 'checkout.session.completed') {
    await orders.markPaid(event.data.object.id);
  }
  return NextResponse.json({ received: true });
}
