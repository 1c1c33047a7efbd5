import { createHmac, timingSafeEqual } from 'node:crypto';
import { TICKET_SECRET } from '$env/static/private';
import { error, type RequestEvent } from '@sveltejs/kit';

export const withSignature =
  (handler: (raw: string, event: RequestEvent) => Promise<Response>) =>
  async (event: RequestEvent): Promise<Response> => {
    const raw = await event.request.text();
    const mine = createHmac('sha256', TICKET_SECRET).update(raw).digest();
    const theirs = Buffer.from(event.request.headers.get('x-ticket-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw error(401, 'unauthorized');
    return handler(raw, event);
  };
