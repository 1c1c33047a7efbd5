import { withSignature } from '../../../lib/with-signature';
import { parcels } from '../../../lib/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default withSignature(async (raw, res) => {
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  res.status(200).json({ ok: true });
});
