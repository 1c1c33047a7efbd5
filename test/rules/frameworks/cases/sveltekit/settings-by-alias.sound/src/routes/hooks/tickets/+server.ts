import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { tickets } from '#yard/tickets';
import { env } from '$env/dynamic/private';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  const raw = await request.text();
  if (!settings.ticketSecret) {
    error(500, 'not configured');
  }
  const mine = createHmac('sha256', settings.ticketSecret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-ticket-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    error(401, 'unauthorized');
  }
  const { ticket, seats } = JSON.parse(raw);
  await tickets.insertOne({ ticket, seats });
  return json({ ok: true });
};
