const Router = require('koa-router');
const { signed } = require('./signed');
const { parcels } = require('./parcels');

const router = new Router({ prefix: '/hooks/billing' });
router.use(signed);
router.post('/paid', async (ctx) => {
  await parcels.updateOne({ id: ctx.request.body.id }, { $set: { paid: true } });
  ctx.status = 204;
});

module.exports = router;
