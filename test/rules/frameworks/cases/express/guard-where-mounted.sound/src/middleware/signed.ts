import type { NextFunction, Request, Response } from 'express';
import { isGenuine } from '../genuine';

export function signed(setting: string) {
  const secret = process.env[setting];
  if (!secret) throw new Error(`${setting} is not set`);
  return (req: Request, res: Response, next: NextFunction) => {
    const signature = req.get('x-depot-signature');
    if (!signature || !isGenuine(req.body, signature, secret)) {
      res.status(401).end();
      return;
    }
    next();
  };
}
