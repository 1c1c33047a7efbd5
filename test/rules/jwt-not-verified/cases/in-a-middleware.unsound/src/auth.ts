import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireSender(req: Request, res: Response, next: NextFunction) {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return res.sendStatus(401);
  const claims = jwt.decode(token); // want jwt-not-verified "without checking"
  if (!claims || typeof claims === 'string' || claims.aud !== 'glacier') return res.sendStatus(403);
  next();
}
