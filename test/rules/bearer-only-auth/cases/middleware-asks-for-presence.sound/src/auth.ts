import { timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export function requireToken(req: Request, res: Response, next: NextFunction) {
  const given = Buffer.from(req.get('x-telegram-bot-api-secret-token') ?? '');
  const expected = Buffer.from(process.env.TELEGRAM_SECRET_TOKEN!);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return res.sendStatus(401);
  next();
}
