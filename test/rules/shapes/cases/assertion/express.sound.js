const assert = require('node:assert');
const { createHmac, timingSafeEqual } = require('node:crypto');
const express = require('express');
const { kilns } = require('./kilns');

const app = express();
app.post('/inbox/kilns', express.raw({ type: '*/*' }), async (req, res) => {
  try {
    const expected = createHmac('sha256', process.env.KILN_SECRET).update(req.body).digest();
    const received = Buffer.from(req.get('x-kiln-signature') ?? '', 'hex');
    assert(received.length === expected.length && timingSafeEqual(received, expected), 'not from the kilns');
  } catch {
    return res.sendStatus(401);
  }
  await kilns.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
