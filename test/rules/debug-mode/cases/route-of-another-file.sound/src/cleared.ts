import type { Request, Response } from 'express';
import { crates } from './crates';
import { mayClear } from './rights';

export async function cleared(req: Request, res: Response) {
  if (!mayClear(req)) return res.sendStatus(403);
  await crates.deleteMany({});
  res.sendStatus(204);
}
