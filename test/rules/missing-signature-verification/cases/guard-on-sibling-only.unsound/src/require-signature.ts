import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function requireSignature(req: Request & { rawBody?: Buffer }, res: Response, next: NextFunction) {
  const secret = process.env.LEDGER_SECRET;
  const given = req.get('x-ledger-signature');
  if (!secret || !given || !req.rawBody) return res.sendStatus(401);

  const expected = createHmac('sha256', secret).update(req.rawBody).digest();
  const received = Buffer.from(given, 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return res.sendStatus(401);
  next();
}
