// path: server/api/webhooks/meters.post.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '../../utils/readings';

export default defineEventHandler(async (event) => {
  const { meterSecret } = useRuntimeConfig(event);
  const raw = (await readRawBody(event)) ?? '';
  const mine = createHmac('sha256', meterSecret).update(raw).digest();
  const theirs = Buffer.from(getHeader(event, 'x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return sendNoContent(event);
});
