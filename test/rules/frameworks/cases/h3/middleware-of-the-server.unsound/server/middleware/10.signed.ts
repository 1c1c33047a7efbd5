import { createHmac, timingSafeEqual } from 'node:crypto';

export default defineEventHandler(async (event) => {
  if (!event.path.startsWith('/api/mail/')) return;
  const raw = (await readRawBody(event)) ?? '';
  const mine = createHmac('sha256', process.env.MAIL_SECRET!).update(raw).digest();
  const theirs = Buffer.from(getRequestHeader(event, 'x-mail-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
});
