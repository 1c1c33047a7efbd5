import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { shipments } from '../models/shipments';

const { SHIPPING_SECRET } = process.env;
export const shipping = Router();

shipping.post('/webhooks/shipping', async (req: any, res) => {
  const signature = req.header('x-shipping-signature');

  if (SHIPPING_SECRET && signature) { // want fail-open-verification "header is missing"
    const digest = createHmac('sha256', SHIPPING_SECRET).update(req.rawBody).digest('hex');
    const same = digest.length === signature.length && timingSafeEqual(Buffer.from(digest), Buffer.from(signature));
    if (!same) return res.sendStatus(401);
  }

  await shipments.updateOne({ id: req.body.id }, { $set: { state: req.body.state } });
  return res.sendStatus(200);
});
