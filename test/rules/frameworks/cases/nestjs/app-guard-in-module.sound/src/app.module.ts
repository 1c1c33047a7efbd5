import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HooksModule } from './hooks/hooks.module';
import { DepotGuard } from './depot.guard';

@Module({
  imports: [HooksModule],
  providers: [{ provide: APP_GUARD, useClass: DepotGuard }],
})
export class AppModule {}
