import type Stripe from 'stripe';
import { accounts } from './accounts';

export async function settle(event: Stripe.Event) {
  if (event.type !== 'charge.succeeded') return;
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
}
