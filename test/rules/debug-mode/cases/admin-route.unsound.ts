import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.upsert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
app.post('/admin/clear', async (_req, res) => { // want debug-mode "reaches `crates.deleteMany`"
  await crates.deleteMany({});
  res.sendStatus(204);
});
