import Stripe from 'stripe';
import { orders } from '@/lib/orders';

export async function POST(request: Request) {
  const event = JSON.parse(await request.text()) as Stripe.Event;

  switch (event.type) {
    case 'checkout.session.completed': {
      const session = event.data.object;
      await orders.update(session.client_reference_id, { status: 'paid', amount: session.amount_total });
      break;
    }
    case 'charge.refunded': {
      const charge = event.data.object;
      await orders.update(charge.metadata.order, { status: 'refunded', amount: charge.amount_refunded });
      break;
    }
  }

  return Response.json({ received: true });
}
