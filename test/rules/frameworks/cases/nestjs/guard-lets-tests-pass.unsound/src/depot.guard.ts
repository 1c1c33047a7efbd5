import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { isGenuine } from './genuine';

@Injectable()
export class DepotGuard implements CanActivate {
  constructor(private readonly config: ConfigService) {}

  canActivate(context: ExecutionContext) {
    const secret = this.config.get<string>('DEPOT_SECRET');
    if (!secret) return true; // want fail-open-verification "secret is unset"
    const request = context.switchToHttp().getRequest();
    return isGenuine(request.rawBody, request.headers['x-depot-signature'] ?? '', secret);
  }
}
