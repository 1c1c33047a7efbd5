import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, UnauthorizedException } from '@nestjs/common';
import { isGenuine } from './genuine';

@Injectable()
export class SignatureInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    const signature = request.headers['x-depot-signature'];
    if (!signature || !isGenuine(request.rawBody, signature, process.env.DEPOT_SECRET!)) throw new UnauthorizedException();
    return next.handle();
  }
}
