// path: pages/api/hooks/meters.ts
import { buffer } from 'micro';
import type { NextApiRequest, NextApiResponse } from 'next';
import { readings } from '../../../lib/readings';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) { // want missing-signature-verification "no signature"
  const raw = await buffer(req);

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.status(204).end();
}
