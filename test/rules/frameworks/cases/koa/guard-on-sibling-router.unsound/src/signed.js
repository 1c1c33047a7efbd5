const crypto = require('crypto');

exports.signed = async (ctx, next) => {
  const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(ctx.request.rawBody).digest();
  const theirs = Buffer.from(ctx.headers['x-depot-signature'] || '', 'hex');
  if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) return ctx.throw(401);
  return next();
};
