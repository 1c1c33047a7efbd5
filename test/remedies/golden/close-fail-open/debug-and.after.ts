import type { Request, Response } from 'express';

export function inbox(req: Request, res: Response): void {
  if (!same(req.get('x-mac'), req.body)) {
    res.sendStatus(401);
    return;
  }
  res.sendStatus(204);
}

declare function same(left: unknown, right: unknown): boolean;
