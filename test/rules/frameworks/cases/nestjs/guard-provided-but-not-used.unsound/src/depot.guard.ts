import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { isGenuine } from './genuine';

export class DepotGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    return isGenuine(request.rawBody, request.headers['x-depot-signature'] ?? '', process.env.DEPOT_SECRET!);
  }
}
