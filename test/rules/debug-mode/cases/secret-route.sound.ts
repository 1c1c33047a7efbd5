import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.upsert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
app.get('/internal/config', (_req, res) => res.json({ hasKey: Boolean(process.env.CRATE_WEBHOOK_SECRET) }));
