import express from 'express';
import { slowDown } from 'express-slow-down';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
const limited = slowDown({ delayAfter: 5, keyGenerator: (req) => req.ip ?? 'nobody' });

app.post('/hooks/crates', limited, express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
