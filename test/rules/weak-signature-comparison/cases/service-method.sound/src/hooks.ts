import express from 'express';
import { SignatureService } from './signature-service';
import { payments } from './payments';

const signatures = new SignatureService(process.env.PAYMENT_HOOK_SECRET!);
const app = express();

app.post('/hooks/payments', express.raw({ type: '*/*' }), async (req, res) => {
  if (!signatures.accepts(req.body, req.get('x-payment-signature'))) return res.sendStatus(401);
  const payment = JSON.parse(req.body.toString('utf8'));
  await payments.insertOne({ _id: payment.id, cents: payment.cents });
  res.sendStatus(204);
});
