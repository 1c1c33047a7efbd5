import type { NextFunction, Request, Response } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';

export function genuine(req: Request & { rawBody?: Buffer }, res: Response, next: NextFunction) {
  const mine = createHmac('sha256', process.env.RAFT_SECRET!).update(req.rawBody ?? '').digest();
  const theirs = Buffer.from(req.header('x-raft-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    res.sendStatus(401);
    return;
  }
  next();
}
