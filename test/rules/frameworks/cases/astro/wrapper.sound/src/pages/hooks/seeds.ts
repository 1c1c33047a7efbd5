import { withSignature } from '../../lib/with-signature';
import { seeds } from '../../lib/seeds';
import type { APIContext } from 'astro';

export const POST = withSignature(async (raw) => {
  const { seed, kilos } = JSON.parse(raw);
  await seeds.insertOne({ seed, kilos });
  return new Response(null, { status: 204 });
});
