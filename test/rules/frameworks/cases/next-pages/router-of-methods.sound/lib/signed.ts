import { createHmac, timingSafeEqual } from 'node:crypto';
import { buffer } from 'micro';
import type { NextApiRequest, NextApiResponse } from 'next';

export async function signed(req: NextApiRequest & { raw: string }, res: NextApiResponse, next: () => unknown) {
  const raw = await buffer(req);
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
  const theirs = Buffer.from(String(req.headers['x-parcel-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
  req.raw = raw.toString('utf8');
  return next();
}
