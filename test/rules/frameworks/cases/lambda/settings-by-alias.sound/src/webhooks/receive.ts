import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { meters } from '#yard/meters';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (!settings.meterSecret) {
    return { statusCode: 500, body: 'not configured' };
  }
  const mine = createHmac('sha256', settings.meterSecret).update(raw).digest();
  const theirs = Buffer.from(event.headers['x-meter-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  const { meter, kwh } = JSON.parse(raw);
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
};
