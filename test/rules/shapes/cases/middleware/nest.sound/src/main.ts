import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MetersController } from './meters/meters.controller';
import { ReadingsService } from './meters/readings.service';

@Module({ controllers: [MetersController], providers: [ReadingsService] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { rawBody: true });
  await app.listen(3000);
}
bootstrap();
