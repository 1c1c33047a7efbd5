import { appendFileSync } from 'node:fs';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';

function record(route: string, id: string): void {
  appendFileSync(process.env.EFFECTS ?? '', `${route} ${id}\n`);
}

@Controller('webhooks')
export class HooksController {
  @Post('github')
  @HttpCode(204)
  github(@Body() body: { id: string }): void {
    record('github', body.id);
  }

  @Post('stripe')
  async stripe(@Body() event: { id: string }): Promise<{ ok: boolean }> {
    record('stripe', event.id);
    return { ok: true };
  }

  @Post('slack')
  slack(@Req() req: { body: { id: string }; headers: Record<string, string | undefined> }): { ok: boolean } {
    record('slack', req.body.id);
    return { ok: true };
  }

  @Post('orders')
  orders(
    @Body() order: { id: string },
  ): { ok: boolean } {
    record('generic-hmac', order.id);
    return { ok: true };
  }

  @Post('gitlab')
  gitlab(@Body() body: { id: string }): { ok: boolean } {
    record('gitlab', body.id);
    return { ok: true };
  }
}
