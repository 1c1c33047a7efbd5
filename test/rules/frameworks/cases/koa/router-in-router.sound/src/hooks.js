const Router = require('koa-router');
const { parcels } = require('./parcels');

const router = new Router();
router.post('/parcels', async (ctx) => {
  await parcels.insertOne(JSON.parse(ctx.state.raw));
  ctx.status = 204;
});

module.exports = router;
