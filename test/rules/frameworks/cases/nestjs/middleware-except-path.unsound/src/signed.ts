import type { NextFunction, Request, Response } from 'express';
import { isGenuine } from './genuine';

export function signed(req: Request & { rawBody?: Buffer }, res: Response, next: NextFunction) {
  const signature = req.get('x-depot-signature');
  if (!signature || !req.rawBody || !isGenuine(req.rawBody, signature, process.env.DEPOT_SECRET!)) {
    res.status(401).end();
    return;
  }
  next();
}
