// path: pages/api/hooks/parcels.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parcels } from '../../../lib/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = (await buffer(req)).toString('utf8');
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
  const theirs = Buffer.from((req.headers['x-parcel-signature'] as string | undefined) ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return res.status(401).json({ error: 'unauthorized' });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return res.status(200).json({ ok: true });
}
