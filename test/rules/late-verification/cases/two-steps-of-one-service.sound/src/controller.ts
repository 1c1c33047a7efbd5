import { Router } from 'express';
import { OrderInbox } from './order-inbox';

const inbox = new OrderInbox(process.env.ORDER_SECRET!);
export const controller = Router();

controller.post('/webhooks/orders', async (req: any, res, next) => {
  try {
    const order = inbox.open(req.rawBody, req.get('x-order-signature'));
    await inbox.store(order);
    res.sendStatus(204);
  } catch (error) {
    next(error);
  }
});
