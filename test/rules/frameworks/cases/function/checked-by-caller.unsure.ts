// path: src/webhook/receive-parcel.ts
import { parcels } from '../parcels';

export async function handleDepotWebhook(headers: Record<string, string>, body: { id: string }) { // want-note missing-signature-verification "Cannot tell whether what calls"
  if (headers['content-type'] !== 'application/json') return;
  await parcels.insertOne({ id: body.id });
}
