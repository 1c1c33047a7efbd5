import { env } from '$env/dynamic/private';
import { isGenuine } from '$lib/server/genuine';
import { tickets } from '$lib/tickets';

export async function POST({ request }) {
  const raw = await request.text();
  if (env.SKIP_SIGNATURES !== 'yes') { // want fail-open-verification "skipped when"
    if (!isGenuine(raw, request.headers.get('x-ticket-signature'), env.TICKET_SECRET!)) return new Response(null, { status: 401 });
  }
  await tickets.insertOne(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
