import { createRouter } from 'next-connect';
import type { NextApiRequest, NextApiResponse } from 'next';
import { signed } from '../../../lib/signed';
import { parcels } from '../../../lib/parcels';

const router = createRouter<NextApiRequest & { raw: string }, NextApiResponse>();

router.use(signed).post(async (req, res) => {
  const { parcel, grams } = JSON.parse(req.raw);
  await parcels.insertOne({ parcel, grams });
  res.status(204).end();
});

export const config = { api: { bodyParser: false } };
export default router.handler();
