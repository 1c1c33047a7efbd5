import { isGenuine } from '@yard/signing';
import { tickets } from '../../../lib/tickets';
import { env } from '$env/dynamic/private';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-ticket-signature'), env.TICKET_SECRET)) {
    error(401, 'unauthorized');
  }
  const { ticket, seats } = JSON.parse(raw);
  await tickets.insertOne({ ticket, seats });
  return json({ ok: true });
};
