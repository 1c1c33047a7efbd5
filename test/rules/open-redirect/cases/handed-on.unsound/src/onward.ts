import type { Response } from 'express';

export function onward(res: Response, { setup_url }: { setup_url?: string }): void {
  res.redirect(setup_url ?? '/');
}
