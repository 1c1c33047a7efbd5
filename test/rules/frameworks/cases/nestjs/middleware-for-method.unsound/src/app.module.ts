import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { Signed } from './signed.middleware';
import { TidesController } from './tides.controller';

@Module({ controllers: [TidesController] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(Signed).forRoutes({ path: 'tides/*splat', method: RequestMethod.GET });
  }
}
