import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { inventory } from './inventory';

const app = express();

app.post('/hooks/stock', express.text({ type: '*/*' }), (req, res) => {
  const level = JSON.parse(req.body);
  setImmediate(async () => {
    await inventory.update({ sku: level.sku }, { available: level.available }); // want late-verification "before the signature"
  });

  const expected = createHmac('sha256', process.env.STOCK_SECRET!).update(req.body, 'utf8').digest();
  const received = Buffer.from(req.header('x-stock-hmac') ?? '', 'base64');
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
    return res.sendStatus(401);
  }
  return res.sendStatus(202);
});
