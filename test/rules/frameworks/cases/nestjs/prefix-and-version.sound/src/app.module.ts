import { type MiddlewareConsumer, Module } from '@nestjs/common';
import { genuine } from './genuine';
import { RaftsController } from './rafts.controller';

@Module({ controllers: [RaftsController] })
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(genuine).forRoutes('*');
  }
}
