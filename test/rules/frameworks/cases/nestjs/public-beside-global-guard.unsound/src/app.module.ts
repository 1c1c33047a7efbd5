import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HooksController } from './hooks.controller';
import { SessionGuard } from './session.guard';

@Module({ controllers: [HooksController], providers: [{ provide: APP_GUARD, useClass: SessionGuard }] })
export class AppModule {}
