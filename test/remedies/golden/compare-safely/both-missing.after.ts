import type { Request, Response } from 'express';
import { timingSafeEqual } from 'node:crypto';

export function refuse(req: Request, res: Response): boolean {
  if (!safeEqual(req.headers['x-gitlab-token'], process.env.GITLAB_TOKEN)) {
    res.sendStatus(401);
    return true;
  }
  return false;
}

function safeEqual(left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return (
    leftBytes.length === rightBytes.length &&
    timingSafeEqual(leftBytes, rightBytes)
  );
}
