import type { APIContext } from 'astro';
import { seeds } from '../../lib/seeds';

export async function ALL(context: APIContext) { // want missing-signature-verification "no signature check"
  const { seed, kilos } = await context.request.json();
  await seeds.insertOne({ seed, kilos });
  return new Response(null, { status: 204 });
}
