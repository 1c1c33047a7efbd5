import express from 'express';
import rateLimit from 'express-rate-limit';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
const limited = rateLimit({ limit: 60, keyGenerator: (req) => String(req.headers['x-source']) }); // want spoofable-rate-limit-key "the header `x-source`"

app.post('/hooks/crates', limited, express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
