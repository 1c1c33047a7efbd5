import { timingSafeEqual, createHmac } from 'crypto';
import express from 'express';
import { ledger } from './ledger';

const app = express();

function isGenuine(raw: Buffer, header: string): boolean {
  const mine = createHmac('sha256', process.env.PAYOUT_SECRET!).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/payouts', express.raw({ type: '*/*' }), async (req, res) => {
  isGenuine(req.body, req.get('x-payout-signature') ?? ''); // want fail-open-verification "result is ignored"

  const payout = JSON.parse(req.body.toString('utf8'));
  await ledger.insert({ account: payout.account, cents: payout.amount });
  res.status(200).end();
});
