import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

export const signed: RequestHandler = (req, res, next) => {
  const mine = createHmac('sha256', process.env.CELLAR_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-cellar-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) res.sendStatus(401);
  else next();
};
