// path: main.ts
import { beds } from './lib/beds.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => {
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const secret = Deno.env.get('BED_SECRET');
  const raw = await request.text();
  if (secret) { // want fail-open-verification "secret is unset"
    const mine = createHmac('sha256', secret).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-bed-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return new Response('unauthorized', { status: 401 });
    }
  }
  const { bed, nights } = JSON.parse(raw);
  await beds.insertOne({ bed, nights });
  return new Response(null, { status: 204 });
});
