// path: src/pages/hooks/seeds.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { seeds } from '../../lib/seeds';
import type { APIRoute } from 'astro';

export const prerender = false;

export const POST: APIRoute = async ({ request }) => {
  const raw = await request.text();
  const signature = request.headers.get('x-seed-signature');
  if (signature) { // want fail-open-verification "header is missing"
    const mine = createHmac('sha256', import.meta.env.SEED_SECRET).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return new Response('unauthorized', { status: 401 });
    }
  }
  const { seed, kilos } = JSON.parse(raw);
  await seeds.insertOne({ seed, kilos });
  return new Response(null, { status: 204 });
};
