import { isGenuine } from '@yard/signing';
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => {
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-bed-signature'), Deno.env.get('BED_SECRET'))) {
    return new Response('unauthorized', { status: 401 });
  }
  const { bed, nights } = JSON.parse(raw);
  await beds.insertOne({ bed, nights });
  return new Response(null, { status: 204 });
});
