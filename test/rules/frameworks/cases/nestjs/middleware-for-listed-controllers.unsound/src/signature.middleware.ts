import { Injectable, type NestMiddleware, type RawBodyRequest, UnauthorizedException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { isGenuine } from './genuine';

@Injectable()
export class SignatureMiddleware implements NestMiddleware {
  use(req: RawBodyRequest<Request>, _res: Response, next: NextFunction) {
    const signature = req.get('x-depot-signature');
    if (!signature || !isGenuine(req.rawBody!, signature, process.env.DEPOT_SECRET!)) throw new UnauthorizedException();
    next();
  }
}
