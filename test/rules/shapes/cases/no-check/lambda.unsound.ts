// path: src/webhooks/github.ts
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { readings } from '../readings';

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => { // want missing-signature-verification "no signature" want missing-idempotency "`readings.insert` writes one more entry"
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64') : Buffer.from(event.body ?? '');
  if (event.headers['x-github-event'] !== 'push') return { statusCode: 202 };

  const { repository, after } = JSON.parse(raw.toString('utf8'));
  await readings.insert({ repository: repository.full_name, commit: after });
  return { statusCode: 204 };
};
