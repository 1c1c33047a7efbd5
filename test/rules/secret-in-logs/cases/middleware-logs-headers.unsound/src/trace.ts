import type { NextFunction, Request, Response } from 'express';
import { logger } from './logger';

export function traced(req: Request, _res: Response, next: NextFunction) {
  logger.debug(`${req.method} ${req.path} ${JSON.stringify(req.headers)}`); // want secret-in-logs "all headers of the request"
  next();
}
