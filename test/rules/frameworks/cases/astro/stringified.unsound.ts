// path: src/pages/hooks/seeds.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { seeds } from '../../lib/seeds';
import type { APIRoute } from 'astro';

export const prerender = false;

export const POST: APIRoute = async ({ request }) => {
  const event = await request.json();
  const mine = createHmac('sha256', import.meta.env.SEED_SECRET).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-seed-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  await seeds.insertOne({ seed: event.seed, kilos: event.kilos });
  return new Response(null, { status: 204 });
};
