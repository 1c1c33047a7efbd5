// path: src/webhooks/receive.ts
import { meters } from '../lib/meters';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  const given = Uint8Array.from(atob(event.headers['x-meter-signature'] ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.METER_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  if (!crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw))) { // want fail-open-verification "not awaited"
    return { statusCode: 401, body: 'unauthorized' };
  }
  const { meter, kwh } = JSON.parse(raw);
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
};
