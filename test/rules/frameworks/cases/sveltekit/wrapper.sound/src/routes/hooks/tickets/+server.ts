import { withSignature } from '../../../lib/with-signature';
import { tickets } from '../../../lib/tickets';
import { json, type RequestEvent } from '@sveltejs/kit';

export const POST = withSignature(async (raw) => {
  const { ticket, seats } = JSON.parse(raw);
  await tickets.insertOne({ ticket, seats });
  return json({ ok: true });
});
