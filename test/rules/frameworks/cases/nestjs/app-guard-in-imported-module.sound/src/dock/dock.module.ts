import { Module } from '@nestjs/common';
import { DockController } from './dock.controller';

@Module({ controllers: [DockController] })
export class DockModule {}
