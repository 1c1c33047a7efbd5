import { withSignature } from './lib/with-signature.ts';
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

const other = withSignature(async () => new Response(null, { status: 204 }));

Deno.serve(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/other') return other(request);
  if (pathname !== '/hooks/beds') return new Response(null, { status: 404 }); // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const { bed, nights } = JSON.parse(raw);
  await beds.insertOne({ bed, nights });
  return new Response(null, { status: 204 });
});
