// path: functions/webhooks/crates.ts
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export const handler = async (event: APIGatewayProxyEvent) => {
  new Webhook(process.env.CRATE_KEY!).verify(event.body!, event.headers as Record<string, string>);
  await crates.upsert(JSON.parse(event.body ?? '{}'));
  return { statusCode: 204, body: '' };
};
