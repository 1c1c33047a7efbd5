import express from 'express';
import { Webhook } from 'standardwebhooks';
import { tell } from './tell';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  await crates.upsert({ id: event.id });
  res.sendStatus(204);
  await tell(event);
});
