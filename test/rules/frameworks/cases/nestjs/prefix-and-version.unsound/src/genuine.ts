import type { NextFunction, Request, Response } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';

export function genuine(req: Request & { rawBody?: Buffer }, res: Response, next: NextFunction) {
  const signature = req.header('x-raft-signature');
  if (!signature) return next(); // want fail-open-verification "header is missing"
  const mine = createHmac('sha256', process.env.RAFT_SECRET!).update(req.rawBody ?? '').digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    res.sendStatus(401);
    return;
  }
  next();
}
