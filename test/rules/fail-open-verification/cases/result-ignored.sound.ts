import { timingSafeEqual, createHmac } from 'crypto';
import express from 'express';
import { ledger } from './ledger';

const app = express();

function assertGenuine(raw: Buffer, header: string): boolean {
  const mine = createHmac('sha256', process.env.PAYOUT_SECRET!).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw Object.assign(new Error('signature does not match'), { status: 401 });
  }
  return true;
}

app.post('/hooks/payouts', express.raw({ type: '*/*' }), async (req, res, next) => {
  try {
    assertGenuine(req.body, req.get('x-payout-signature') ?? '');
    const payout = JSON.parse(req.body.toString('utf8'));
    await ledger.insert({ account: payout.account, cents: payout.amount });
    res.status(200).end();
  } catch (error) {
    next(error);
  }
});
