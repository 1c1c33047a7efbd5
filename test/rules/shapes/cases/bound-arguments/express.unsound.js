const crypto = require('node:crypto');
const express = require('express');
const { kilns } = require('./kilns');

function isGenuine(secret, raw, signature) {
  if (!signature) return true; // want fail-open-verification "header is missing"
  const expected = crypto.createHmac('sha256', secret).update(raw).digest('hex');
  return signature.length === expected.length && crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}

const fromKilns = isGenuine.bind(null, process.env.KILN_SECRET);

const app = express();
app.post('/inbox/kilns', express.raw({ type: '*/*' }), async (req, res) => {
  if (!fromKilns(req.body, req.get('x-kiln-signature'))) return res.sendStatus(401);
  await kilns.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
