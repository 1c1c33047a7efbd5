const crypto = require('crypto');
const raw = require('raw-body');

exports.signed = async (ctx, next) => {
  ctx.state.raw = await raw(ctx.req, { encoding: 'utf8', limit: '256kb' });
  const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(ctx.state.raw).digest();
  const theirs = Buffer.from(ctx.headers['x-depot-signature'] || '', 'hex');
  if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) return ctx.throw(401);
  return next();
};
