import { Webhook } from 'standardwebhooks';
import express from 'express';
import { readings } from './readings';

const webhook = new Webhook(process.env.METER_WEBHOOK_SECRET!);

const app = express();

app.post('/hooks/meters', express.raw({ type: '*/*' }), async (req, res) => {
  const raw: Buffer = req.body;
  try {
    webhook.verify(raw, req.headers as Record<string, string>);
  } catch {
    return res.sendStatus(400);
  }

  const { meter, kwh } = JSON.parse(raw.toString('utf8'));
  await readings.upsert({ meter, kwh });
  res.sendStatus(204);
});
