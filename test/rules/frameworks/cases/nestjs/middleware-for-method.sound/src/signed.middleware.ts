import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';

@Injectable()
export class Signed implements NestMiddleware {
  use(req: Request & { rawBody: Buffer }, res: Response, next: NextFunction) {
    const mine = createHmac('sha256', process.env.TIDE_SECRET!).update(req.rawBody).digest();
    const theirs = Buffer.from(req.get('x-tide-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.status(401).end();
    next();
  }
}
