import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { DepotGuard } from './depot.guard';

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { rawBody: true });
  app.useGlobalGuards(new DepotGuard());
  await app.listen(3000);
}
bootstrap();
