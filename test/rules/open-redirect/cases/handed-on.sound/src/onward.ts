import type { Response } from 'express';

export function onward(res: Response, { id }: { id: number }): void {
  res.redirect(`/installations/${id}`);
}
