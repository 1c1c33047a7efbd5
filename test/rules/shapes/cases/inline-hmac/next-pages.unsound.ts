// path: pages/api/hooks/meters.ts
import { createHmac } from 'node:crypto';
import { buffer } from 'micro';
import type { NextApiRequest, NextApiResponse } from 'next';
import { readings } from '../../../lib/readings';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = await buffer(req);
  const signature = req.headers['x-meter-signature'] as string | undefined;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
  if (signature !== mine) return res.status(401).end(); // want weak-signature-comparison "constant time"

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.status(204).end();
}
