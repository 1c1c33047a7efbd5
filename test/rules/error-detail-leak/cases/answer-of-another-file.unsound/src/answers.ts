import type { Response } from 'express';

export function failed(res: Response, error: Error) {
  res.status(500).json({ message: error.message, at: Date.now() }); // want error-detail-leak "the text of an exception"
}
