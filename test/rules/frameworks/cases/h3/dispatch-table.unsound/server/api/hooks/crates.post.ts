import { senders } from '../../lib/senders';

export default defineEventHandler(async (event) => { // want missing-signature-verification "no signature check"
  const raw = (await readRawBody(event)) ?? '';
  const kind = getHeader(event, 'x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    throw createError({ statusCode: 401, statusMessage: 'unauthorized' });
  }
  await sender.receive(JSON.parse(raw));
  return { ok: true };
});
