import { NestFactory } from '@nestjs/core';
import * as express from 'express';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { bodyParser: false });
  app.use('/hooks', express.raw({ type: '*/*' }));
  app.use(express.json());
  await app.listen(3000);
}
bootstrap();
