import type { Request, Response } from 'express';

export function refuse(req: Request, res: Response): boolean {
  if (req.headers['x-gitlab-token'] !== process.env.GITLAB_TOKEN) {
    res.sendStatus(401);
    return true;
  }
  return false;
}
