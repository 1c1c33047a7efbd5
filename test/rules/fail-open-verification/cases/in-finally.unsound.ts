import express from 'express';
import { Webhook } from 'standardwebhooks';
import { barges } from './barges';

const webhook = new Webhook(process.env.BARGE_SECRET!);
const app = express();

app.post('/hooks/barges', express.text({ type: '*/*' }), async (req, res) => {
  try {
    webhook.verify(req.body, req.headers as Record<string, string>);
    res.sendStatus(204);
  } catch {
    res.sendStatus(400);
  } finally {
    await barges.insertOne(JSON.parse(req.body)); // want fail-open-verification "stands in a `finally`"
  }
});
