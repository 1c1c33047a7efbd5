const crypto = require('crypto');
const { STOCK_SECRET } = require('./secrets');

exports.isGenuine = function isGenuine(raw, header) {
  const mine = crypto.createHmac('sha256', STOCK_SECRET).update(raw).digest();
  const theirs = Buffer.from(header || '', 'base64');
  return mine.length === theirs.length && crypto.timingSafeEqual(mine, theirs);
};
