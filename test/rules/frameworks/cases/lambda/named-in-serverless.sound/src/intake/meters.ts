import type { APIGatewayProxyEvent } from 'aws-lambda';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { meters } from '../lib/meters';

export async function take(request: APIGatewayProxyEvent) {
  const raw = request.body ?? '';
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers['x-meter-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401, body: '' };
  await meters.insertOne(JSON.parse(raw));
  return { statusCode: 204, body: '' };
}
