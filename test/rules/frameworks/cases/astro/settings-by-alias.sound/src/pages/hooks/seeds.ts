import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { seeds } from '#yard/seeds';
import type { APIRoute } from 'astro';

export const prerender = false;

export const POST: APIRoute = async ({ request }) => {
  const raw = await request.text();
  if (!settings.seedSecret) {
    return new Response('not configured', { status: 500 });
  }
  const mine = createHmac('sha256', settings.seedSecret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-seed-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { seed, kilos } = JSON.parse(raw);
  await seeds.insertOne({ seed, kilos });
  return new Response(null, { status: 204 });
};
