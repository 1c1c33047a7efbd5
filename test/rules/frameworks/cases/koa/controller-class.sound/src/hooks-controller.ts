import type { Context } from 'koa';
import raw from 'raw-body';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export class HooksController {
  private readonly secret = requiredSetting('DEPOT_SECRET');

  async receive(ctx: Context) {
    const body = await raw(ctx.req, { encoding: true });
    if (!isGenuine(body, ctx.get('x-depot-signature'), this.secret)) {
      ctx.status = 401;
      return;
    }
    await parcels.insertOne(JSON.parse(body));
    ctx.status = 204;
  }
}

function requiredSetting(name: string): string {
  const held = process.env[name];
  if (!held) throw new Error(`${name} is not set`);
  return held;
}
