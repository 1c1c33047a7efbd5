import type { NextFunction, Request, Response } from 'express';
import { logger } from './logger';
import { withoutSecrets } from './redact';

export function traced(req: Request, _res: Response, next: NextFunction) {
  logger.debug(`${req.method} ${req.path} ${JSON.stringify(withoutSecrets(req.headers))}`);
  next();
}
