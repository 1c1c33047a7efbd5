import express from 'express';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_API_KEY ?? '');
const router = express.Router();

router.post(
  '/payments',
  express.json(),
  async (req, res) => {
    const event = req.body;
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
