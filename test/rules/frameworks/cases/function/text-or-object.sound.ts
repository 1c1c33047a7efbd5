// path: src/webhook/receive-parcel.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from '../parcels';

export async function receiveParcel(headers: Record<string, string>, body: string | { id: string }) {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(raw).digest();
  const theirs = Buffer.from(headers['x-depot-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new Error('unsigned');
  await parcels.insertOne(JSON.parse(raw));
}
