import { withSignature } from './lib/with-signature.ts';
import { beds } from './lib/beds.ts';
import { Buffer } from 'node:buffer';

Deno.serve({ port: 8000 }, withSignature(async (raw) => {
  const { bed, nights } = JSON.parse(raw);
  await beds.insertOne({ bed, nights });
  return new Response(null, { status: 204 });
}));
