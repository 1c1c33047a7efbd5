import { type MiddlewareConsumer, Module, RequestMethod } from '@nestjs/common';
import { HooksController } from './hooks.controller';
import { signed } from './signed';

@Module({ controllers: [HooksController] })
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(signed).exclude('hooks/parcels').forRoutes({ path: 'hooks/*', method: RequestMethod.POST });
  }
}
