import { createHmac, timingSafeEqual } from 'node:crypto';
import type { VercelRequest, VercelResponse } from '@vercel/node';
import { buffer } from 'node:stream/consumers';
import { ferrys } from '../../lib/ferrys';

export const config = { api: { bodyParser: false } };

export default async function handler(req: VercelRequest, res: VercelResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  const raw = await buffer(req);
  const mine = createHmac('sha256', process.env.FERRY_SECRET!).update(raw).digest();
  const theirs = Buffer.from(String(req.headers['x-ferry-signature'] ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).send('unauthorized');
  await ferrys.insertOne(JSON.parse(raw.toString('utf8')));
  return res.status(204).end();
}
