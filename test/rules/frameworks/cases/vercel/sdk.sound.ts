// path: api/hooks/ferries.ts
import Stripe from 'stripe';
import { ferrys } from '../../lib/ferrys';

export async function POST(request: Request): Promise<Response> {
  const raw = await request.text();
  const stripe = new Stripe(process.env.STRIPE_KEY!);
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(raw, request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  } catch {
    return new Response('unauthorized', { status: 401 });
  }
  if (event.type === 'checkout.session.completed') {
    await ferrys.insertOne({ ferry: event.data.object.id, cars: event.data.object.amount_total });
  }
  return Response.json({ ok: true });
}
