const { createHmac, timingSafeEqual } = require('node:crypto');

exports.handler = async (event) => {
  const secret = process.env.WEBHOOK_SECRET;
  if (!secret) {
    return { statusCode: 500, body: 'Webhook secret is not configured.' };
  }
  const rawBody = Buffer.from(
    event.body ?? '',
    event.isBase64Encoded ? 'base64' : 'utf8',
  );
  if (
    !isGenuineDelivery(
      rawBody,
      event.headers['x-signature'] ?? event.headers['X-Signature'],
      secret,
    )
  ) {
    return { statusCode: 401, body: 'Invalid signature.' };
  }
  const order = JSON.parse(event.body);
  await table.put(order);
  return { statusCode: 200, body: '' };
};

function isGenuineDelivery(rawBody, signature, secret) {
  if (!signature) {
    return false;
  }
  const digest = createHmac('sha256', secret).update(rawBody).digest('hex');
  return safeEqual(signature, digest);
}

function safeEqual(left, right) {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return (
    leftBytes.length === rightBytes.length &&
    timingSafeEqual(leftBytes, rightBytes)
  );
}
