// path: src/webhooks/receive.ts
import { meters } from '../lib/meters';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => { // want missing-signature-verification "no signature check"
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  const { meter, kwh } = JSON.parse(raw);
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
};
