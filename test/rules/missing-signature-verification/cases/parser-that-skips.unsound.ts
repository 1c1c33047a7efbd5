import express from 'express';
import Stripe from 'stripe';
import { orders } from './orders';

const stripe = new Stripe(process.env.STRIPE_API_KEY!);
const app = express();

app.post('/billing/incoming', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-signature-verification "without checking"
  const event = stripe.webhooks.constructEventWithoutVerification(req.body.toString('utf8'));

  if (event.type === 'checkout.session.completed') {
    const session = event.data.object as Stripe.Checkout.Session;
    await orders.update({ sessionId: session.id }, { paid: true });
  }

  res.json({ received: true });
});
