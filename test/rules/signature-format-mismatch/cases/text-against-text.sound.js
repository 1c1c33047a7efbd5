const { createHmac } = require('node:crypto');
const compare = require('tsscmp');
const express = require('express');
const { parcels } = require('./parcels');

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const expected = createHmac('sha256', process.env.PARCEL_SECRET).update(req.body).digest('hex');
  if (!compare(req.get('x-parcel-signature') ?? '', expected)) {
    return res.sendStatus(401);
  }
  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
