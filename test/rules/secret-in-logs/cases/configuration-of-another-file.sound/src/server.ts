import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { config } from './config';
import { crates } from './crates';

const app = express();
app.post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  const mine = createHmac('sha256', config.crateSecret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    console.error('refused', { region: config.region, hasSecret: Boolean(config.crateSecret), signed: req.get('x-crate-signature') !== undefined });
    return res.sendStatus(401);
  }
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
