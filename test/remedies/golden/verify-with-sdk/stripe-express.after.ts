import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_API_KEY ?? '');
const router = express.Router();

router.post(
  '/payments',
  express.raw({ type: '*/*', limit: '1mb' }),
  async (req, res) => {
    const secret = process.env.STRIPE_WEBHOOK_SECRET;
    if (!secret) {
      res.status(500).send('Webhook secret is not configured.');
      return;
    }
    const signature = req.get('stripe-signature');
    if (!Buffer.isBuffer(req.body) || !signature) {
      res.status(400).send('Missing signature.');
      return;
    }
    let event: Stripe.Event;
    try {
      event = stripe.webhooks.constructEvent(req.body, signature, secret);
    } catch {
      res.status(400).send('Invalid signature.');
      return;
    }
    switch (event.type) {
      case 'payment_intent.succeeded':
        await settle(event.data.object.id);
        break;
    }
    res.json({ received: true });
  },
);

declare function settle(id: string): Promise<void>;
export default router;
