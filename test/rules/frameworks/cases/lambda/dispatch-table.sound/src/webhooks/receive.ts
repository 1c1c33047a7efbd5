import { senders } from '../lib/senders';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const webhook = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  const kind = event.headers['x-sender'] ?? '';
  const sender = senders[kind];
  if (!sender) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  if (!sender.verify(raw, event.headers['x-meter-signature'])) {
    return { statusCode: 401, body: 'unauthorized' };
  }
  await sender.receive(JSON.parse(raw));
  return { statusCode: 204 };
};
