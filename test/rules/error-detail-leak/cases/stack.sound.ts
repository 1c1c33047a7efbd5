// path: functions/webhooks/crates.ts
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export const handler = async (event: APIGatewayProxyEvent) => {
  new Webhook(process.env.CRATE_KEY!).verify(event.body!, event.headers as Record<string, string>);
  try {
    await crates.insert(JSON.parse(event.body ?? '{}'));
    return { statusCode: 204, body: '' };
  } catch (error: any) {
    console.error(error.stack);
    return { statusCode: 500, body: JSON.stringify({ code: error.code, kind: error.name }) };
  }
};
