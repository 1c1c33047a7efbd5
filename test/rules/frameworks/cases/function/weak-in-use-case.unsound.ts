// path: src/webhook/receive-parcel.ts
import { createHmac } from 'node:crypto';
import { parcels } from '../parcels';

export async function receiveParcel({ headers, body }: { headers: Record<string, string>; body: string }) {
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(body).digest('hex');
  if (mine !== headers['x-depot-signature']) throw new Error('unsigned'); // want weak-signature-comparison "constant time"
  await parcels.insertOne(JSON.parse(body));
}
