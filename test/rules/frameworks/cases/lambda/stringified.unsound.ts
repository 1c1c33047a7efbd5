// path: src/webhooks/receive.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { meters } from '../lib/meters';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const parsed = JSON.parse(event.body ?? '{}');
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(JSON.stringify(parsed)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(event.headers['x-meter-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  await meters.insertOne({ meter: parsed.meter, kwh: parsed.kwh });
  return { statusCode: 204 };
};
