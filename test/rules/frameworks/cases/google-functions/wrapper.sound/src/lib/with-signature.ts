import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'firebase-functions/v2/https';
import type { Response } from 'express';

export const withSignature =
  (handler: (raw: string, res: Response) => Promise<void>) =>
  async (req: Request, res: Response): Promise<void> => {
    const mine = createHmac('sha256', process.env.KIOSK_SECRET!).update(req.rawBody).digest();
    const theirs = Buffer.from(req.get('x-kiosk-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      res.sendStatus(401);
      return;
    }
    await handler(req.rawBody.toString('utf8'), res);
  };
