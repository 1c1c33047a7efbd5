import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

export function provenBy(header: string, secret: string): RequestHandler {
  return (req, res, next) => {
    const mine = createHmac('sha256', secret).update(req.body).digest();
    const theirs = Buffer.from(req.get(header) ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      res.sendStatus(401);
      return;
    }
    next();
  };
}
