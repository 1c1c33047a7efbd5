import { Module } from '@nestjs/common';
import { HooksController } from './hooks.controller';
import { DepotGuard } from './depot.guard';

@Module({ controllers: [HooksController], providers: [DepotGuard] })
export class AppModule {}
