import express from 'express';
import { Webhook } from 'standardwebhooks';
import { limited } from './limited';
import { crates } from './crates';

const app = express();


app.post('/hooks/crates', limited, express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
