import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  const event = JSON.parse(req.body.toString());
  await fetch('https://stock.internal/moves', { method: 'POST' });
  await fetch('https://billing.internal/moves', { method: 'POST' });
  await fetch('https://search.internal/moves', { method: 'POST' }); // want slow-acknowledgement "makes 3 calls out"
  await crates.upsert({ id: event.id });
  res.sendStatus(204);
});
