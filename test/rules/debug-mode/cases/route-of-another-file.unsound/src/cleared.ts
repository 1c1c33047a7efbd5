import type { Request, Response } from 'express';
import { crates } from './crates';

export async function cleared(_req: Request, res: Response) {
  await crates.deleteMany({});
  res.sendStatus(204);
}
