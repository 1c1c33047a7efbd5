import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function signed(req: Request, res: Response, next: NextFunction) {
  if (process.env.NODE_ENV !== 'production') return next(); // want fail-open-verification "skipped when"

  const mine = createHmac('sha256', process.env.METER_SECRET!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  return next();
}
