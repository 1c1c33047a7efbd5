const crypto = require('crypto');
const { ferrys } = require('../../lib/ferrys');

module.exports = async (req, res) => {
  const mine = crypto.createHmac('sha256', process.env.FERRY_SECRET).update(JSON.stringify(req.body)).digest('hex'); // want parsed-body-signature "parsed and serialised again"
  const theirs = req.headers['x-ferry-signature'] || '';
  if (mine.length !== theirs.length || !crypto.timingSafeEqual(Buffer.from(mine), Buffer.from(theirs))) return res.status(401).send('unauthorized');
  await ferrys.insertOne({ ferry: req.body.ferry, cars: req.body.cars });
  return res.status(204).end();
};
