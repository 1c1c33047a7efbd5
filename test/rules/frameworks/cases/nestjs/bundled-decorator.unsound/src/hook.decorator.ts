import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';

export const Hook = () => applyDecorators(HttpCode(204), SetMetadata('public', true));
