// path: app/routes/api.v1.webhooks.deliveries.$deliveryId.replay.ts
import { deliveries } from '../lib/deliveries';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request, params }: ActionFunctionArgs) {
  const account = await deliveries.accountOf(request.headers.get('x-account'));
  if (account === null) return data({ error: 'whose?' }, { status: 404 });
  await deliveries.enqueue({ account: account.id, id: params.deliveryId });
  return data({ ok: true });
}
