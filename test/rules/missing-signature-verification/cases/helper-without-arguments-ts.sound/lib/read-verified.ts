import { createHmac, timingSafeEqual } from 'node:crypto';
import { headers } from 'next/headers';

interface ReturnEvent {
  order: string;
  reason: string;
}

/** The event of the current request, or the answer that refuses it. */
export async function readVerified(request: Request): Promise<ReturnEvent | Response> {
  const raw = await request.text();
  const given = (await headers()).get('x-returns-signature');
  const secret = process.env.RETURNS_SECRET;
  if (!secret) return new Response('not configured', { status: 500 });
  if (!given) return new Response('unsigned', { status: 401 });

  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(given, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('forged', { status: 401 });
  return JSON.parse(raw);
}
