import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  void fetch('https://stock.internal/moves', { method: 'POST' });
  void fetch('https://billing.internal/moves', { method: 'POST' });
  void fetch('https://search.internal/moves', { method: 'POST' });
  await crates.upsert({ id: event.id });
  res.sendStatus(204);
});
