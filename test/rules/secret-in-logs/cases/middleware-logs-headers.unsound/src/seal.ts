import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function sealed(req: Request, res: Response, next: NextFunction) {
  const mine = createHmac('sha256', process.env.CRATE_KEY!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  next();
}
