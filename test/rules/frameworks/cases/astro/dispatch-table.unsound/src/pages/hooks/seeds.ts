import { senders } from '../../lib/senders';
import type { APIRoute } from 'astro';

export const prerender = false;

export const POST: APIRoute = async ({ request }) => { // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    return new Response('unauthorized', { status: 401 });
  }
  await sender.receive(JSON.parse(raw));
  return new Response(null, { status: 204 });
};
