import { withSignature } from '../lib/with-signature';
import { meters } from '../lib/meters';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const webhook = withSignature(async (raw) => {
  const { meter, kwh } = JSON.parse(raw);
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
});
