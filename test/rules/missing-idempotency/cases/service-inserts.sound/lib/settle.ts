import type Stripe from 'stripe';
import { db } from './db';
import { handled, visits } from './schema';

export async function settle(event: Stripe.Event) {
  const [first] = await db.insert(handled).values({ id: event.id }).onConflictDoNothing().returning();
  if (!first) return;
  await db.insert(visits).values({ amount: event.data.object.amount, at: event.created });
}
