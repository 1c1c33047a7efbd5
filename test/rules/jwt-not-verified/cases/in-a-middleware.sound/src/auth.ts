import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { keyOf } from './keys';

export async function requireSender(req: Request, res: Response, next: NextFunction) {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return res.sendStatus(401);
  const unread = jwt.decode(token, { complete: true });
  const key = await keyOf(unread?.header.kid);
  if (!key) return res.sendStatus(401);
  try {
    jwt.verify(token, key, { algorithms: ['EdDSA'], audience: 'glacier', issuer: 'https://id.glacier.example' });
  } catch {
    return res.sendStatus(403);
  }
  next();
}
