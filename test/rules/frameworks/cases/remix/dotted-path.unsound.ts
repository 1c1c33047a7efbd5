// path: app/routes/api.v1.webhooks.deliveries.$depot.ts
import { deliveries } from '../lib/deliveries';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request, params }: ActionFunctionArgs) { // want missing-signature-verification "/api/v1/webhooks/deliveries/$depot has no signature check"
  const { parcel } = await request.json();
  await deliveries.insertOne({ depot: params.depot, parcel: String(parcel) });
  return data({ ok: true });
}
