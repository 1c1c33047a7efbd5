import { isGenuine } from '@yard/signing';
import { meters } from '../lib/meters';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (!isGenuine(raw, event.headers['x-meter-signature'], process.env.METER_SECRET)) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  const { meter, kwh } = JSON.parse(raw);
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
};
