import express from 'express';
import rateLimit from 'express-rate-limit';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const app = express();
function addressOf(req: express.Request) {
  const forwarded = req.headers['x-forwarded-for'];
  return String(forwarded).split(',')[0];
}
const limited = rateLimit({ limit: 60, keyGenerator: addressOf }); // want spoofable-rate-limit-key "the header `x-forwarded-for`"

app.post('/hooks/crates', limited, express.raw({ type: '*/*' }), async (req, res) => {
  new Webhook(process.env.CRATE_KEY!).verify(req.body, req.headers as Record<string, string>);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
