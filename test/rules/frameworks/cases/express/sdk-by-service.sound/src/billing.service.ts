import type { Request } from 'express';
import Stripe from 'stripe';

export class BillingService {
  private readonly client = new Stripe(process.env.STRIPE_KEY!);

  eventFrom(req: Request): Stripe.Event {
    return this.client.webhooks.constructEvent(req.body, req.headers['stripe-signature'] as string, process.env.STRIPE_WEBHOOK_SECRET!);
  }
}
