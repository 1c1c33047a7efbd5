import type { RequestHandler } from 'express';
import { barrelFilled, caskTapped } from './handlers';

export const routes: Record<string, RequestHandler> = {
  '/hooks/barrels': barrelFilled,
  '/hooks/casks': caskTapped,
};
