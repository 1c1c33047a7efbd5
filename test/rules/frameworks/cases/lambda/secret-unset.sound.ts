// path: src/webhooks/receive.ts
import { meters } from '../lib/meters';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const secret = process.env.METER_SECRET;
  if (!secret) {
    return { statusCode: 500, body: 'not configured' };
  }
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(event.headers['x-meter-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  const { meter, kwh } = JSON.parse(raw);
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
};
