import { createHmac } from 'node:crypto';
import express from 'express';
import { kilns } from './kilns';

function same(left: string, right: string): boolean {
  return left.length === right.length && left === right; // want weak-signature-comparison "constant time"
}

const app = express();
app.post('/inbox/kilns', express.raw({ type: '*/*' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.KILN_SECRET!).update(req.body).digest('hex');
  if (!same(expected, req.get('x-kiln-signature') ?? '')) return res.sendStatus(401);
  await kilns.insert(JSON.parse(req.body));
  return res.sendStatus(204);
});
