const Koa = require('koa');
const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');
const crypto = require('node:crypto');
const { parcels } = require('./parcels');

const app = new Koa();
const router = new Router();

async function signed(ctx, next) {
  const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(ctx.request.rawBody).digest('hex');
  ctx.assert(ctx.header['x-depot-signature'] === mine, 401); // want weak-signature-comparison "constant time"
  await next();
}

app.use(bodyParser());
router.use(signed);
router.post('/hooks/parcels', async (ctx) => {
  await parcels.insertOne(ctx.request.body);
  ctx.status = 204;
});
app.use(router.routes());
