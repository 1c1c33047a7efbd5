import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ProofGuard } from './proof.guard';

@Module({ providers: [{ provide: APP_GUARD, useClass: ProofGuard }] })
export class ProofModule {}
