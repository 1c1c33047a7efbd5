import { TICKET_SECRET } from '$env/static/private';
import { isGenuine } from '$lib/server/genuine';
import { tickets } from '$lib/tickets';

export async function POST({ request }) {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-ticket-signature'), TICKET_SECRET)) return new Response(null, { status: 401 });
  await tickets.insertOne(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
