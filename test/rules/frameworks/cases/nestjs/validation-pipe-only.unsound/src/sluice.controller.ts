import { Body, Controller, HttpCode, ParseUUIDPipe, Post, UsePipes, ValidationPipe } from '@nestjs/common';
import { IsString } from 'class-validator';
import { sluices } from './sluices';

class Opened {
  @IsString()
  id!: string;
}

@Controller('webhooks')
export class SluiceController {
  @Post('sluices') // want missing-signature-verification "no signature"
  @HttpCode(204)
  @UsePipes(new ValidationPipe())
  async opened(@Body() body: Opened, @Body('id', ParseUUIDPipe) id: string) {
    await sluices.insertOne({ id, from: body.id });
  }
}
