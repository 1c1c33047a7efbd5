import type { NextFunction, Request, Response } from 'express';
import { isGenuine } from '../genuine';

export function signed(req: Request, res: Response, next: NextFunction) {
  const signature = req.get('x-depot-signature');
  if (!signature || !isGenuine(req.body, signature, process.env.DEPOT_SECRET!)) return res.status(401).end();
  return next();
}
