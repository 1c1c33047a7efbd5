import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

export const Delivery = createParamDecorator((_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest().body);
