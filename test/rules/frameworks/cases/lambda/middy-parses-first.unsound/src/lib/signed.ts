import { createHmac, timingSafeEqual } from 'node:crypto';
import type middy from '@middy/core';

export const signed = (): middy.MiddlewareObj => ({
  before: async (request) => {
    const mine = createHmac('sha256', process.env.METER_SECRET!).update(JSON.stringify(request.event.body)).digest(); // want parsed-body-signature "parsed and serialised again"
    const theirs = Buffer.from(request.event.headers['x-meter-signature'] ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { statusCode: 401, body: 'unauthorized' };
  },
});
