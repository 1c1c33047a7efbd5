import { type CanActivate, type ExecutionContext, Injectable, type RawBodyRequest, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { SignatureService } from './signature.service';

@Injectable()
export class DepotGuard implements CanActivate {
  constructor(private readonly signatures: SignatureService) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const signature = request.header('x-depot-signature');
    if (!signature || !request.rawBody) throw new UnauthorizedException();
    return this.signatures.isGenuine(request.rawBody, signature);
  }
}
