import { headers } from 'next/headers';
import { settle } from '@/lib/settle';
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), (await headers()).get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await settle(event);
  return new Response(null, { status: 204 });
}
