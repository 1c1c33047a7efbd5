import type { Request, Response } from 'express';
import { isGenuine } from './genuine';

type Handler = (req: Request, res: Response) => Promise<unknown>;

export const compose =
  (...wrappers: ((inner: Handler) => Handler)[]) =>
  (handler: Handler): Handler =>
    wrappers.reduceRight((inner, wrap) => wrap(inner), handler);

export function withLogging(inner: Handler): Handler {
  return async (req, res) => {
    console.log(req.method, req.path);
    return inner(req, res);
  };
}

export function withSignature(inner: Handler): Handler {
  return async (req, res) => {
    const signature = req.get('x-depot-signature');
    if (!signature || !isGenuine(req.body, signature, process.env.DEPOT_SECRET!)) return res.sendStatus(401);
    return inner(req, res);
  };
}
