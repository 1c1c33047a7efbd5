import type { NextFunction, Request, Response } from 'express';
import { counters } from './counters';

export async function paced(req: Request, res: Response, next: NextFunction) {
  if ((await counters.hits(req.ip)) > 60) return res.status(429).end();
  next();
}
