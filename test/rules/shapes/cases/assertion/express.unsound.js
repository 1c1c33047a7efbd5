const { createHmac, timingSafeEqual } = require('node:crypto');
const express = require('express');
const { kilns } = require('./kilns');

const app = express();
app.post('/inbox/kilns', express.raw({ type: '*/*' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.KILN_SECRET).update(req.body).digest();
  const received = Buffer.from(req.get('x-kiln-signature') ?? '', 'hex');
  if (received.length !== expected.length) return res.sendStatus(401);
  console.assert(timingSafeEqual(received, expected), 'not from the kilns'); // want fail-open-verification "result is ignored"
  await kilns.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
