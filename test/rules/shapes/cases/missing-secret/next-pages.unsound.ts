// path: pages/api/hooks/meters.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { buffer } from 'micro';
import type { NextApiRequest, NextApiResponse } from 'next';
import { readings } from '../../../lib/readings';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = await buffer(req);
  const signature = req.headers['x-meter-signature'] as string | undefined;
  const secret = process.env.METER_SECRET;
  if (secret) { // want fail-open-verification "secret is unset"
    const mine = createHmac('sha256', secret).update(raw).digest();
    const theirs = Buffer.from(signature ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
  }

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.status(204).end();
}
