import { createHmac, timingSafeEqual } from 'node:crypto';
import { collect } from '../../lib/collect.js';
import { ferrys } from '../../lib/ferrys.js';

export const config = { api: { bodyParser: false } };

export default async (req, res) => {
  const raw = await collect(req);
  const mine = createHmac('sha256', process.env.FERRY_SECRET).update(raw).digest();
  const theirs = Buffer.from(req.headers['x-ferry-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).send('unauthorized');
  await ferrys.insertOne(JSON.parse(raw));
  res.status(204).end();
};
