import { isGenuine } from '@yard/signing';
import { parcels } from '../../../lib/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = (await buffer(req)).toString('utf8');
  if (!isGenuine(raw, (req.headers['x-parcel-signature'] as string | undefined), process.env.PARCEL_SECRET)) {
    return res.status(401).json({ error: 'unauthorized' });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return res.status(200).json({ ok: true });
}
