const crypto = require('node:crypto');

function signed(req, res, next) {
  const signature = req.headers['x-depot-signature'];
  if (signature) { // want fail-open-verification "header is missing"
    const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(req.body).digest();
    const theirs = Buffer.from(signature, 'hex');
    if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  }
  next();
}

module.exports = { signed };
