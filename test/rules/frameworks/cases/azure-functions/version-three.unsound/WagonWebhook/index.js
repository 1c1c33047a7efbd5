const { createHmac, timingSafeEqual } = require('crypto');
const { wagons } = require('../lib/wagons');

module.exports = async function (context, req) {
  const mine = createHmac('sha256', process.env.WAGON_SECRET).update(JSON.stringify(req.body)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(req.headers['x-wagon-signature'] || '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    context.res = { status: 401, body: 'unauthorized' };
    return;
  }
  await wagons.insertOne({ wagon: req.body.wagon, load: req.body.load });
  context.res = { status: 204 };
};
