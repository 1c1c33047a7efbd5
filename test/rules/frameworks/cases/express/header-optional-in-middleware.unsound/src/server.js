const express = require('express');
const { signed } = require('./signed');
const parcels = require('./parcels');

const app = express();
app.use('/hooks', express.raw({ type: '*/*' }), signed);

app.post('/hooks/parcels', async (req, res) => {
  await parcels.insertOne(JSON.parse(req.body));
  res.sendStatus(204);
});
