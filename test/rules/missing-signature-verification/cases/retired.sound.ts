import { Router } from 'express';
import { orders } from '../models/orders';

export const legacy = Router();

legacy.post('/webhooks/v1/orders', (_req, res) => {
  res.status(410).json({ error: 'this address has been retired, use /webhooks/v2/orders' });
});

legacy.post('/webhooks/v1/returns', async (req, res) => {
  return res.status(410).end();
  await orders.update({ id: req.body.order }, { returned: true });
});
