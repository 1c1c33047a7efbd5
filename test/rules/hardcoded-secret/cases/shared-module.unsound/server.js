const express = require('express');
const { MongoClient } = require('mongodb');
const { isGenuine } = require('./lib/genuine');

const stock = new MongoClient(process.env.MONGO_URL).db('shop').collection('stock');
const app = express();

app.post('/hooks/stock', express.raw({ type: '*/*' }), async (req, res) => {
  if (!isGenuine(req.body, req.headers['x-stock-hmac'])) return res.sendStatus(401);
  const { sku, available } = JSON.parse(req.body);
  await stock.updateOne({ sku }, { $set: { available } });
  res.sendStatus(204);
});

app.listen(3000);
