// path: main.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => {
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const signature = request.headers.get('x-bed-signature');
  if (!signature) {
    return new Response('unauthorized', { status: 401 });
  }
  const raw = await request.text();
  const mine = createHmac('sha256', Deno.env.get('BED_SECRET')!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { bed, nights } = JSON.parse(raw);
  await beds.insertOne({ bed, nights });
  return new Response(null, { status: 204 });
});
