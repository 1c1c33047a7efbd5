import { Module } from '@nestjs/common';
import { DockModule } from './dock/dock.module';
import { ProofModule } from './proof/proof.module';

@Module({ imports: [ProofModule, DockModule] })
export class AppModule {}
