import { raw, Router } from 'express';
import Stripe from 'stripe';
import { orders } from './orders';

const stripe = new Stripe(process.env.STRIPE_API_KEY!);
export const billing = Router();

billing.post('/webhook', raw({ type: '*/*' }), async (req, res, next) => {
  try {
    const event = stripe.webhooks.constructEvent(req.body, req.header('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!); // want parsed-body-signature "already parsed"
    if (event.type === 'checkout.session.completed') {
      await orders.updateOne({ session: event.data.object.id }, { $set: { paid: true } });
    }
    res.sendStatus(200);
  } catch (error) {
    next(error);
  }
});
