import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '$env/dynamic/private';
import type { Handle } from '@sveltejs/kit';

export const signed: Handle = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith('/hooks')) {
    const raw = await event.request.clone().text();
    const mine = createHmac('sha256', env.TICKET_SECRET!).update(raw).digest();
    const theirs = Buffer.from(event.request.headers.get('x-ticket-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
  }
  return resolve(event);
};
