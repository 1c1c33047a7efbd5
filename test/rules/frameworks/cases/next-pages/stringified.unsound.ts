// path: pages/api/hooks/parcels.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from '../../../lib/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const event = JSON.parse((await buffer(req)).toString());
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from((req.headers['x-parcel-signature'] as string | undefined) ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return res.status(401).json({ error: 'unauthorized' });
  }
  await parcels.insertOne({ parcel: event.parcel, grams: event.grams });
  return res.status(200).json({ ok: true });
}
