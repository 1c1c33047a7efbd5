import Stripe from 'stripe';
import type { Request, Response } from 'express';

export function payments(req: Request, res: Response): void {
  let event: unknown;
  try {
    event = Stripe.webhooks.constructEvent(req.body, req.get('stripe-signature') ?? '', 'x');
  } catch (error) {
    console.error(error);
    res.status(400).send('Invalid signature.');
    return;
  }
  res.json(event);
}
