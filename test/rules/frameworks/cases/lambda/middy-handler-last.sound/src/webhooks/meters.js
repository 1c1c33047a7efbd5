import middy from '@middy/core';
import { signed } from '../lib/signed';
import { meters } from '../lib/meters';

export const handler = middy()
  .use([signed()])
  .handler(async (event) => {
    const { meter, kwh } = JSON.parse(event.body);
    await meters.insertOne({ meter, kwh });
    return { statusCode: 204 };
  });
