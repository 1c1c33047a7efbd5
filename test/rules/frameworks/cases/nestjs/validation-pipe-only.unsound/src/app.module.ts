import { Module } from '@nestjs/common';
import { SluiceController } from './sluice.controller';

@Module({ controllers: [SluiceController] })
export class AppModule {}
