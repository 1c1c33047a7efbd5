import { Body, Controller, Post } from '@nestjs/common';
import { docks } from './docks';

@Controller('hooks/docks')
export class DockController {
  @Post() // want missing-signature-verification "no signature"
  async receive(@Body() body: { id: string }) {
    await docks.insertOne({ id: body.id });
  }
}
