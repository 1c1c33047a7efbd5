import { senders } from '../../../lib/senders';
import { env } from '$env/dynamic/private';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    error(401, 'unauthorized');
  }
  if (!sender.verify(raw, request.headers.get('x-ticket-signature'))) {
    error(401, 'unauthorized');
  }
  await sender.receive(JSON.parse(raw));
  return json({ ok: true });
};
