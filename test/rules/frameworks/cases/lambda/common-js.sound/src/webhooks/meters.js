const { createHmac, timingSafeEqual } = require('crypto');
const { meters } = require('../lib/meters');

exports.handler = async (event) => {
  const body = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  const given = event.headers['X-Hub-Signature-256'] || event.headers['x-hub-signature-256'] || '';
  const mine = 'sha256=' + createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET).update(body).digest('hex');
  if (given.length !== mine.length || !timingSafeEqual(Buffer.from(given), Buffer.from(mine))) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  await meters.insertOne(JSON.parse(body.toString('utf8')));
  return { statusCode: 204, body: '' };
};
