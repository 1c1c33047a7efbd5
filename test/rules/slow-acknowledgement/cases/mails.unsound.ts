import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  for (const line of event.lines) await fetch(`https://labels.internal/print/${Number(line.id)}`); // want slow-acknowledgement "in a loop"
  await crates.upsert({ id: event.id });
  res.sendStatus(204);
});
