import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { parcels } from '#yard/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = (await buffer(req)).toString('utf8');
  if (!settings.parcelSecret) {
    return res.status(500).json({ error: 'not configured' });
  }
  const mine = createHmac('sha256', settings.parcelSecret).update(raw).digest();
  const theirs = Buffer.from((req.headers['x-parcel-signature'] as string | undefined) ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return res.status(401).json({ error: 'unauthorized' });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return res.status(200).json({ ok: true });
}
