import crypto from 'node:crypto';
import express from 'express';
import { db } from './db';

const app = express();

app.post('/hooks/returns', express.raw({ type: '*/*' }), async (req, res) => {
  const expected = crypto.createHmac('sha256', process.env.RETURNS_SECRET!).update(req.body).digest();
  const given = Buffer.from(req.get('x-returns-signature') ?? '', 'hex');
  if (!expected.equals(given)) { // want weak-signature-comparison "constant time"
    return res.sendStatus(401);
  }

  const { order } = JSON.parse(req.body.toString('utf8'));
  await db.returns.insert({ order });
  res.sendStatus(204);
});
