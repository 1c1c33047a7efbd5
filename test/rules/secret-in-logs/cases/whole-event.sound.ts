// path: functions/crates.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { crates } from './crates';

export const handler = async (event: APIGatewayProxyEvent) => {
  console.log('webhook received', event.httpMethod, event.path, event.requestContext.requestId);
  console.log(JSON.stringify(event, ['httpMethod', 'path']));
  const mine = createHmac('sha256', process.env.CRATE_KEY!).update(event.body ?? '').digest();
  const theirs = Buffer.from(event.headers['x-crate-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401, body: '' };
  await crates.insert(JSON.parse(event.body ?? '{}'));
  return { statusCode: 204, body: '' };
};
