const Koa = require('koa');
const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');
const jwt = require('koa-jwt');
const { quarries } = require('./quarries');

const app = new Koa();
const router = new Router();

router.post('/hooks/quarry', jwt({ secret: process.env.TOKEN_SECRET, algorithms: ['HS256'] }), async (ctx) => {
  if (ctx.state.user.role !== 'quarry-sensor') ctx.throw(403);
  await quarries.insert({ at: ctx.request.body.at, by: ctx.state.user.sub });
  ctx.status = 204;
});

app.use(bodyParser());
app.use(router.routes());
