import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

export const signed: RequestHandler = (req, res, next) => {
  const mine = createHmac('sha256', process.env.LOAD_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.header('x-load-signature') ?? '', 'hex');
  if (mine.length === theirs.length && timingSafeEqual(mine, theirs)) next();
  else res.status(401).end();
};
