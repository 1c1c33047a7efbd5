import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { firings } from './firings';

const app = express();

app.post('/hooks/kilns', express.raw({ type: '*/*' }), async (req, res) => {
  const mine = createHmac('sha256', process.env.KILN_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-kiln-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) { // want fail-open-verification "is answered and does not stop"
    res.status(401).send('wrong signature');
  }
  await firings.insert(JSON.parse(req.body.toString('utf8')));
  res.end();
});
