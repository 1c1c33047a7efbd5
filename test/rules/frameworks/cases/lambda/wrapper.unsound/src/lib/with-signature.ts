import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export const withSignature =
  (handler: (raw: string) => Promise<APIGatewayProxyResultV2>) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
    const raw = event.body ?? '';
    const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
    const theirs = Buffer.from(event.headers['x-meter-signature'] ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401 };
    return handler(raw);
  };
