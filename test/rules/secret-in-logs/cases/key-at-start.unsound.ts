import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { crates } from './crates';

const secret = process.env.CRATE_WEBHOOK_SECRET!;
console.log(`signing with ${secret}`); // want secret-in-logs "the secret `CRATE_WEBHOOK_SECRET`"

express().post('/hooks/crates', express.raw({ type: '*/*' }), async (req, res) => {
  const mine = createHmac('sha256', secret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  await crates.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
