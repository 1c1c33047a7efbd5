import type Stripe from 'stripe';
import { accounts } from './accounts';
import { claim } from './claim';

export async function settle(event: Stripe.Event) {
  if (event.type !== 'charge.succeeded') return;
  if (!(await claim(event.id))) return;
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
}
