import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

export const requireSignature: RequestHandler = (req, res, next) => {
  const expected = createHmac('sha256', process.env.TICKET_SECRET!).update(req.body).digest();
  const received = Buffer.from(req.get('x-ticketdesk-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return res.sendStatus(401);
  }
  next();
};
