import { isGenuine } from '../../lib/genuine';
import { seeds } from '../../lib/seeds';
import type { APIRoute } from 'astro';

export const prerender = false;

export const POST: APIRoute = async ({ request }) => {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-seed-signature'), import.meta.env.SEED_SECRET)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { seed, kilos } = JSON.parse(raw);
  await seeds.insertOne({ seed, kilos });
  return new Response(null, { status: 204 });
};
