const { createHmac } = require('node:crypto');
const express = require('express');
const { parcels } = require('./parcels');

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.PARCEL_SECRET).update(req.body).digest();
  if (req.get('x-parcel-signature') !== expected) { // want signature-format-mismatch "bytes with text" // want weak-signature-comparison "constant time"
    return res.sendStatus(401);
  }
  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
