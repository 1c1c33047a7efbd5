import type { NextFunction, Request, Response } from 'express';

export function requireBearer(req: Request, res: Response, next: NextFunction) {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return res.sendStatus(401);
  next();
}
