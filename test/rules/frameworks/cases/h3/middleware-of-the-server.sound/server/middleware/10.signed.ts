import { createHmac, timingSafeEqual } from 'node:crypto';

export default defineEventHandler(async (event) => {
  if (!event.path.startsWith('/api/hooks/')) return;
  const raw = (await readRawBody(event)) ?? '';
  const mine = createHmac('sha256', process.env.CRATE_SECRET!).update(raw).digest();
  const theirs = Buffer.from(getRequestHeader(event, 'x-crate-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
});
