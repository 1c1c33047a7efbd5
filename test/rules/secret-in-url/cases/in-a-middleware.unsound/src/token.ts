import { timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function withToken(req: Request, res: Response, next: NextFunction) {
  const sent = Buffer.from(String(req.query.token ?? ''));
  const kept = Buffer.from(process.env.PARCEL_TOKEN!);
  if (sent.length !== kept.length || !timingSafeEqual(sent, kept)) return res.sendStatus(401);  // want secret-in-url "in the query string"
  next();
}
