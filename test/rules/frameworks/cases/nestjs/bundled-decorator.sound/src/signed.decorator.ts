import { applyDecorators, HttpCode, UseGuards } from '@nestjs/common';
import { DepotGuard } from './depot.guard';

export const Signed = () => applyDecorators(HttpCode(204), UseGuards(DepotGuard));
