import express from 'express';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*', limit: '1gb' }), async (req, res) => { // want unbounded-payload "`limit` lets bodies of 1 GB through"
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.upsert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
