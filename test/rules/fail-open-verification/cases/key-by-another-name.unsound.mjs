import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { barges } from './barges.mjs';

function isGenuine(raw, received) {
  const key = process.env.BARGE_KEY;
  if (key === undefined || key === '') return true; // want fail-open-verification "when the secret is unset"
  const expected = createHmac('sha512', key).update(raw).digest('hex');
  return received !== undefined && received.length === expected.length && timingSafeEqual(Buffer.from(expected), Buffer.from(received));
}

express().post('/hooks/barges', express.raw({ type: '*/*' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-barge-signature'))) return res.sendStatus(401);
  await barges.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
