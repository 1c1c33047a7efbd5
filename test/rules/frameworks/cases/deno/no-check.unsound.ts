// path: main.ts
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

Deno.serve(async (request) => { // want missing-signature-verification "no signature check"
  if (new URL(request.url).pathname !== '/hooks/beds') return new Response('not found', { status: 404 });
  const raw = await request.text();
  const { bed, nights } = JSON.parse(raw);
  await beds.insertOne({ bed, nights });
  return new Response(null, { status: 204 });
});
