import type Stripe from 'stripe';
import { db } from './db';
import { visits } from './schema';

export async function settle(event: Stripe.Event) {
  await db.insert(visits).values({ amount: event.data.object.amount, at: event.created });
}
