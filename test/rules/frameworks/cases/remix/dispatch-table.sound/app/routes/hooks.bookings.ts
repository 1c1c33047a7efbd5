import { senders } from '../lib/senders';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    throw new Response('unauthorized', { status: 401 });
  }
  if (!sender.verify(raw, request.headers.get('x-booking-signature'))) {
    throw new Response('unauthorized', { status: 401 });
  }
  await sender.receive(JSON.parse(raw));
  return data({ ok: true });
}
