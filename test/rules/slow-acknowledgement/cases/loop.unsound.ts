import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  for (const line of event.lines) {
    await crates.upsert({ id: Number(line.id), count: Number(line.count) }); // want slow-acknowledgement "in a loop"
  }
  res.sendStatus(204);
});
