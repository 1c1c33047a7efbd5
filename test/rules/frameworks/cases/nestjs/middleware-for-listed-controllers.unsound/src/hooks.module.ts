import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { BillingController } from './billing.controller';
import { HooksController } from './hooks.controller';
import { SignatureMiddleware } from './signature.middleware';

const signedControllers = [BillingController];

@Module({ controllers: [BillingController, HooksController] })
export class HooksModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(SignatureMiddleware).forRoutes(...signedControllers);
  }
}
