// path: src/webhooks/github.ts
import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { readings } from '../readings';

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => { // want missing-idempotency "`readings.insert` writes one more entry"
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64') : Buffer.from(event.body ?? '');
  const signature = event.headers['x-hub-signature-256']?.replace('sha256=', '');
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
  if (signature !== mine) return { statusCode: 401 }; // want weak-signature-comparison "constant time"

  const { repository, after } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ repository: repository.full_name, commit: after });
  return { statusCode: 204 };
};
