const crypto = require('crypto');
const express = require('express');
const parcels = require('./parcels');

const router = express.Router();

function signed(req, res, next) {
  const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(req.body).digest();
  const theirs = Buffer.from(req.headers['x-depot-signature'] || '', 'hex');
  if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) {
    return next(new Error('unauthorized'));
  }
  next();
}

router
  .route('/hooks/parcels')
  .get((req, res) => res.send(req.query.challenge))
  .post(express.raw({ type: '*/*' }), signed, async (req, res) => {
    await parcels.insertOne(JSON.parse(req.body));
    res.sendStatus(204);
  });

module.exports = router;
