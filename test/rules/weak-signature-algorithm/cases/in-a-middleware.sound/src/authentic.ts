import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function authentic(req: Request, res: Response, next: NextFunction) {
  const expected = Buffer.from('sha256=' + createHmac('sha256', process.env.RELEASE_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-hub-signature-256') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);
  next();
}
