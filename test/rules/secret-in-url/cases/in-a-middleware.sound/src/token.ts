import { timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function withToken(req: Request, res: Response, next: NextFunction) {
  const sent = Buffer.from(req.get('x-parcel-token') ?? '');
  const kept = Buffer.from(process.env.PARCEL_TOKEN!);
  if (sent.length !== kept.length || !timingSafeEqual(sent, kept)) return res.sendStatus(401);
  next();
}
