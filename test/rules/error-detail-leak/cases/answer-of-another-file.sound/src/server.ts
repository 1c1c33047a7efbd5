import express from 'express';
import { Webhook } from 'standardwebhooks';
import { failed } from './answers';
import { crates } from './crates';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  try {
    await crates.insert(JSON.parse(req.body.toString()));
    res.sendStatus(204);
  } catch (error) {
    failed(res, error as Error);
  }
});
