import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { accounts } from './accounts';

const app = express();

app.post('/hooks/accounts', express.raw({ type: 'application/json' }), async (req, res) => {
  const parts = (req.get('x-account-signature') ?? '').split(',');
  const timestamp = Number(parts[0]?.split('=')[1]);
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= 300)) return res.sendStatus(401);
  const expected = Buffer.from(createHmac('sha256', process.env.ACCOUNT_SECRET!).update(`${timestamp}.${req.body}`).digest('hex'));
  const sent = Buffer.from(parts[1]?.split('=')[1] ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);

  await accounts.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
