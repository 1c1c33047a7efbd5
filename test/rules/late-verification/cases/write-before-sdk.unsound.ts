// path: app/api/stripe/route.ts
import { NextResponse } from 'next/server';
import Stripe from 'stripe';
import { prisma } from '@/lib/prisma';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function POST(req: Request) {
  const payload = await req.text();
  const unchecked = JSON.parse(payload);

  await prisma.delivery.create({ data: { id: unchecked.id, kind: unchecked.type, payload } }); // want late-verification "before the signature"

  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(payload, req.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    return NextResponse.json({ error: 'bad signature' }, { status: 400 });
  }

  if (event.type === 'invoice.paid') {
    await prisma.invoice.update({ where: { stripeId: event.data.object.id }, data: { paid: true } });
  }
  return NextResponse.json({ received: true });
}
