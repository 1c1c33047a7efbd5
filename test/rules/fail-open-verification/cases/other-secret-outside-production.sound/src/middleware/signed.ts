import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function signed(req: Request, res: Response, next: NextFunction) {
  const secret = process.env.NODE_ENV === 'production' ? process.env.METER_SECRET : process.env.METER_TEST_SECRET;
  if (!secret) return res.status(500).send('no secret for this environment');

  const mine = createHmac('sha256', secret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  return next();
}
