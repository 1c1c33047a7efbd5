import { Router } from 'express';
import { orders } from './orders';

export const shop = Router();

shop.post('/orders', async (req, res) => {
  await orders.insertOne({ items: req.body.items });
  res.sendStatus(201);
});
