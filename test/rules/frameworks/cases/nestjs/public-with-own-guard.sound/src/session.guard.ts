import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IS_PUBLIC } from './public.decorator';
import { SessionService } from './session.service';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext) {
    if (this.reflector.get<boolean>(IS_PUBLIC, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest();
    return this.sessions.isOpen(request.cookies.session);
  }
}
