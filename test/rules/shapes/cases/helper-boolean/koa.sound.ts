import { createHmac, timingSafeEqual } from 'node:crypto';
import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { readings } from './readings';

function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

const app = new Koa();
const router = new Router();
app.use(bodyParser());

router.post('/hooks/meters', async (ctx) => {
  const raw = ctx.request.rawBody;
  const signature = ctx.get('x-meter-signature');
  if (!isGenuine(raw, signature)) return ctx.throw(401);

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  ctx.status = 204;
});

app.use(router.routes());
app.listen(3000);
