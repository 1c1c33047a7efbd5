import middy from '@middy/core';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import { signed } from '../lib/signed';
import { meters } from '../lib/meters';

const receiveWebhook = async (event) => {
  const { meter, kwh } = event.body;
  await meters.insertOne({ meter, kwh });
  return { statusCode: 204 };
};

export const handler = middy(receiveWebhook).use(signed()).use(httpJsonBodyParser());
