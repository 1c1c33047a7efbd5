import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { tenants } from './tenants';

export async function proven(req: Request, res: Response, next: NextFunction, tenant: string) {
  const known = await tenants.findOne({ id: tenant });
  if (!known?.secret) return res.sendStatus(404);
  const mine = createHmac('sha256', known.secret).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-crane-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  next();
}
