import express from 'express';
import createMollieClient from '@mollie/api-client';
import { orders } from './orders';

const mollie = createMollieClient({ apiKey: process.env.MOLLIE_API_KEY! });
const app = express();

app.post('/webhooks/mollie', express.urlencoded({ extended: false }), async (req, res) => {
  const payment = await mollie.payments.get(req.body.id);

  if (payment.status === 'paid') {
    await orders.update({ paymentId: payment.id }, { state: 'paid', paidAt: payment.paidAt });
  } else if (payment.status === 'expired' || payment.status === 'canceled') {
    await orders.update({ paymentId: payment.id }, { state: payment.status });
  }

  res.sendStatus(200);
});
