// path: pages/api/hooks/meters.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { buffer } from 'micro';
import type { NextApiRequest, NextApiResponse } from 'next';
import { readings } from '../../../lib/readings';

function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = await buffer(req);
  const signature = req.headers['x-meter-signature'] as string | undefined;
  if (!isGenuine(raw, signature)) return res.status(401).end();

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ meter, kwh });
  res.status(204).end();
}
