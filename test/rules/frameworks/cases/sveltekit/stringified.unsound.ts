// path: src/routes/hooks/tickets/+server.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { tickets } from '../../../lib/tickets';
import { env } from '$env/dynamic/private';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  const event = await request.json();
  const mine = createHmac('sha256', env.TICKET_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-ticket-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    error(401, 'unauthorized');
  }
  await tickets.insertOne({ ticket: event.ticket, seats: event.seats });
  return json({ ok: true });
};
