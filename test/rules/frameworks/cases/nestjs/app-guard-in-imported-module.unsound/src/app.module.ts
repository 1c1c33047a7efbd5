import { Module } from '@nestjs/common';
import { DockModule } from './dock/dock.module';

@Module({ imports: [DockModule] })
export class AppModule {}
