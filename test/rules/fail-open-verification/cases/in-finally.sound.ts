import express from 'express';
import { Webhook } from 'standardwebhooks';
import { barges, connection } from './barges';

const webhook = new Webhook(process.env.BARGE_SECRET!);
const app = express();

app.post('/hooks/barges', express.text({ type: '*/*' }), async (req, res) => {
  try {
    webhook.verify(req.body, req.headers as Record<string, string>);
    await barges.insertOne(JSON.parse(req.body));
    res.sendStatus(204);
  } catch {
    res.sendStatus(400);
  } finally {
    await connection.close();
  }
});
