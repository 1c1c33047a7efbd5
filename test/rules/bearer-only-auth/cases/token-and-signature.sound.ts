import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { looms } from './looms';

const app = express();
const token = process.env.LOOM_TOKEN;
if (!token) throw new Error('LOOM_TOKEN is required');
const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

app.post('/hooks/looms', express.raw({ type: '*/*' }), async (req, res) => {
  if (!same(Buffer.from(req.get('authorization') ?? ''), Buffer.from(`Bearer ${token}`))) return res.sendStatus(401);
  const mine = createHmac('sha256', process.env.LOOM_SECRET!).update(req.body).digest();
  if (!same(Buffer.from(req.get('x-loom-signature') ?? '', 'hex'), mine)) return res.sendStatus(401);

  const loom = JSON.parse(req.body.toString('utf8'));
  await looms.insert({ loom: loom.id, thread: loom.thread });
  res.sendStatus(204);
});
