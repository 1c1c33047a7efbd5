// path: src/webhooks/github.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { readings } from '../readings';

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64') : Buffer.from(event.body ?? '');
  const signature = event.headers['x-hub-signature-256']?.replace('sha256=', '');
  if (!signature) return { statusCode: 401 };
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401 };

  const { repository, after } = JSON.parse(raw.toString('utf8'));
  await readings.upsert({ repository: repository.full_name, commit: after });
  return { statusCode: 204 };
};
