import type { Request, Response } from 'express';

type Handler = (req: Request, res: Response) => Promise<unknown>;

export function withLogging(inner: Handler): Handler {
  return async (req, res) => {
    console.log(req.method, req.path);
    return inner(req, res);
  };
}
