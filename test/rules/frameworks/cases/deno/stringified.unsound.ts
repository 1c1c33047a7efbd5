// path: main.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => {
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const event = await request.json();
  const mine = createHmac('sha256', Deno.env.get('BED_SECRET')!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-bed-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  await beds.insertOne({ bed: event.bed, nights: event.nights });
  return new Response(null, { status: 204 });
});
