const Router = require('koa-router');
const { parcels } = require('./parcels');

const router = new Router({ prefix: '/hooks' });
router.post('/parcels', async (ctx) => { // want missing-signature-verification "no signature"
  await parcels.insertOne(ctx.request.body);
  ctx.status = 204;
});

module.exports = router;
