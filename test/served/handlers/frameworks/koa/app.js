const { appendFileSync } = require('node:fs');
const Koa = require('koa');
const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');

const app = new Koa();
const router = new Router();

const record = (route, id) => appendFileSync(process.env.EFFECTS, `${route} ${id}\n`);

router.post('/webhooks/github', async (ctx) => {
  record('github', ctx.request.body.id);
  ctx.status = 204;
});

router.post('/webhooks/stripe', (ctx) => {
  const event = ctx.request.body;
  record('stripe', event.id);
  ctx.body = { ok: true };
});

router.post('/webhooks/slack', async (ctx) => {
  const { id } = ctx.request.body;
  record('slack', id);
  ctx.body = 'ok';
});

router.post('/webhooks/orders', async (ctx) => {
  record('generic-hmac', ctx.request.body.id);
  ctx.body = 'ok';
});

router.post('/webhooks/gitlab', async (ctx) => {
  record('gitlab', ctx.request.body.id);
  ctx.body = 'ok';
});

app.use(bodyParser());
app.use(router.routes());
app.listen(process.env.PORT, '127.0.0.1');
