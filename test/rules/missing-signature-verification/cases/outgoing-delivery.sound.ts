import { createHmac } from 'node:crypto';
import { subscriptions } from './models/subscriptions';
import { attempts } from './models/attempts';

export async function deliverWebhook(event: { id: string; type: string; data: unknown }) {
  for (const subscription of await subscriptions.find({ type: event.type })) {
    const body = JSON.stringify(event);
    const signature = createHmac('sha256', subscription.secret).update(body).digest('hex');

    const response = await fetch(subscription.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-webhook-signature': `sha256=${signature}` },
      body,
      signal: AbortSignal.timeout(5000),
    });
    await attempts.insert({ event: event.id, subscription: subscription.id, status: response.status });
  }
}
