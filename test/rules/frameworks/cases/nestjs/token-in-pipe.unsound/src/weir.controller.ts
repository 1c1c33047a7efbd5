import { Body, Controller, Headers, Post } from '@nestjs/common';
import { TokenPipe } from './token.pipe';
import { weirs } from './weirs';

@Controller('hooks/weirs')
export class WeirController {
  @Post()
  async receive(@Headers('x-weir-token', TokenPipe) _token: string, @Body() body: { id: string }) {
    await weirs.insertOne({ id: body.id });
  }
}
