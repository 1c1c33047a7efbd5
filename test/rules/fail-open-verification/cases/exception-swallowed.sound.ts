// path: app/api/stripe/route.ts
import Stripe from 'stripe';
import { prisma } from '@/lib/prisma';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function POST(req: Request) {
  const body = await req.text();
  let event: Stripe.Event | undefined;

  try {
    event = stripe.webhooks.constructEvent(body, req.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch (err) {
    console.error('signature check failed', err);
  }
  if (!event) return new Response('bad signature', { status: 400 });

  if (event.type === 'customer.subscription.deleted') {
    await prisma.plan.delete({ where: { subscription: event.data.object.id } });
  }
  return Response.json({ received: true });
}
