import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActionFunctionArgs } from 'react-router';

export function withSignature(handler: (raw: string, args: ActionFunctionArgs) => Promise<unknown>) {
  return async (args: ActionFunctionArgs) => {
    if (args.request.method !== 'POST') throw new Response(null, { status: 405 });
    const raw = await args.request.text();
    const mine = createHmac('sha256', process.env.BOOKING_SECRET!).update(raw).digest();
    const theirs = Buffer.from(args.request.headers.get('x-booking-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new Response('unauthorized', { status: 401 });
    return handler(raw, args);
  };
}
