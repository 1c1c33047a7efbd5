const { createHmac, timingSafeEqual } = require('crypto');
const { tents } = require('../../lib/tents');

exports.handler = async (event) => {
  if (event.httpMethod !== 'POST') return { statusCode: 405 };
  const raw = event.isBase64Encoded ? Buffer.from(event.body, 'base64') : event.body;
  const mine = createHmac('sha256', process.env.TENT_SECRET).update(raw).digest();
  const theirs = Buffer.from(event.headers['x-tent-signature'] || '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401, body: 'unauthorized' };
  await tents.insertOne(JSON.parse(raw));
  return { statusCode: 204 };
};
