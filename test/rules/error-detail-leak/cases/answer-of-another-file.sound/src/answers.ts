import type { Response } from 'express';
import { logger } from './logger';

export function failed(res: Response, error: Error) {
  logger.error(error.message);
  res.status(500).json({ message: 'not stored', at: Date.now() });
}
