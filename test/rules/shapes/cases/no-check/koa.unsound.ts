import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { readings } from './readings';

const app = new Koa();
const router = new Router();
app.use(bodyParser());

router.post('/hooks/meters', async (ctx) => { // want missing-signature-verification "no signature"
  const raw = ctx.request.rawBody;

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  ctx.status = 204;
});

app.use(router.routes());
app.listen(3000);
