import { createParamDecorator, type ExecutionContext, UnauthorizedException } from '@nestjs/common';
import { isGenuine } from './genuine';

export const Delivery = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest();
  const signature = request.headers['x-depot-signature'];
  if (!signature || !isGenuine(request.rawBody, signature, process.env.DEPOT_SECRET!)) throw new UnauthorizedException();
  return JSON.parse(request.rawBody.toString('utf8'));
});
