import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { HooksController } from './hooks.controller';
import { SignatureMiddleware } from './signature.middleware';

@Module({ controllers: [HooksController] })
export class HooksModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(SignatureMiddleware).forRoutes(HooksController);
  }
}
