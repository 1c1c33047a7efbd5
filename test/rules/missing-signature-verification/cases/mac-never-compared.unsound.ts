import crypto from 'node:crypto';
import express from 'express';
import { ledger } from './ledger';

const app = express();

app.post('/hooks/payouts', express.raw({ type: '*/*' }), async (req, res) => { // want missing-signature-verification "no signature"
  const expected = crypto.createHmac('sha256', process.env.PAYOUT_SECRET!).update(req.body).digest('hex');
  console.debug('payout received', { length: expected.length, at: Date.now() });

  const payout = JSON.parse(req.body.toString('utf8'));
  await ledger.insert({ account: payout.account, cents: payout.amount, reference: payout.reference });

  res.status(200).end();
});
