import type { NextFunction, Request, Response } from 'express';
import { same } from './same.js';

export function signed(req: Request, res: Response, next: NextFunction): void {
  const secret = process.env.INBOX_SECRET;
  if (!secret) return next();
  if (!same(secret, req.body, req.get('x-mac')))
    console.warn('unsigned');
  next();
}
