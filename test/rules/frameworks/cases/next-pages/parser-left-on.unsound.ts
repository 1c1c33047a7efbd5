// path: pages/api/hooks/parcels.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { parcels } from '../../../lib/parcels';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(JSON.stringify(req.body)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(String(req.headers['x-parcel-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
  await parcels.insertOne({ parcel: req.body.parcel, grams: req.body.grams });
  return res.status(200).json({ ok: true });
}
