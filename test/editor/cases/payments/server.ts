import { createHmac } from 'node:crypto';
import express from 'express';
import { accounts, receipts } from './store.js';

export const app = express();

app.post('/webhooks/payments', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.PAYMENTS_SECRET!).update(req.body).digest('hex');
  if (req.get('x-payments-signature') !== expected) return res.sendStatus(401);

  const event = JSON.parse(req.body.toString('utf8'));
  try {
    await accounts.updateOne({ email: event.email }, { $inc: { credit: event.amount } });
    const receipt = await fetch(event.receipt_url);
    await receipts.updateOne({ _id: event.id }, { $set: { text: await receipt.text() } }, { upsert: true });
    return res.sendStatus(204);
  } catch (error) {
    console.error('payment failed', req.headers);
    return res.status(500).send(String(error));
  }
});
