import express from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
const flexible = new RateLimiterMemory({ points: 60, duration: 60 });

app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  await flexible.consume(String(req.headers['x-source'])); // want spoofable-rate-limit-key "the header `x-source`"
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
