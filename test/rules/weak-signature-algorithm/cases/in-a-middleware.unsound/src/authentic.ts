import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function authentic(req: Request, res: Response, next: NextFunction) {
  const expected = Buffer.from('sha1=' + createHmac('sha1', process.env.RELEASE_SECRET!).update(req.body).digest('hex'));
  const sent = Buffer.from(req.get('x-hub-signature') ?? '');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return res.sendStatus(401);  // want weak-signature-algorithm "GitHub's SHA-1 signature"
  next();
}
