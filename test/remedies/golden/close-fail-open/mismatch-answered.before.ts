import type { Request, Response } from 'express';

export async function inbox(req: Request, res: Response) {
  if (!same(req.get('x-mac'), macOf(req.rawBody))) {
    res.status(401).send('wrong signature');
  }
  await store(req.body);
  res.end();
}
