import { withSignature } from '../_shared/with-signature.ts';
import { votes } from '../_shared/votes.ts';

Deno.serve(withSignature(async (raw) => {
  const { vote, weight } = JSON.parse(raw);
  await votes.insertOne({ vote, weight });
  return new Response(null, { status: 204 });
}));
