import { Body, Controller, Post } from '@nestjs/common';
import { rafts } from './rafts';

@Controller({ path: 'hooks', version: '2' })
export class RaftsController {
  @Post('rafts')
  async tied(@Body() body: { id: string }) {
    await rafts.insertOne({ id: body.id });
  }
}
