import { createHmac } from 'node:crypto';
import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { readings } from './readings';

const app = new Koa();
const router = new Router();
app.use(bodyParser());

router.post('/hooks/meters', async (ctx) => {
  const raw = ctx.request.rawBody;
  const signature = ctx.get('x-meter-signature');
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
  if (signature !== mine) return ctx.throw(401); // want weak-signature-comparison "constant time"

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  ctx.status = 204;
});

app.use(router.routes());
app.listen(3000);
