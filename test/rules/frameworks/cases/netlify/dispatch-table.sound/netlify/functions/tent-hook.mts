import { senders } from '../../lib/senders';
import type { Config, Context } from '@netlify/functions';

export const config: Config = { path: '/hooks/tents' };

export default async (request: Request, context: Context) => {
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    return new Response('unauthorized', { status: 401 });
  }
  if (!sender.verify(raw, request.headers.get('x-tent-signature'))) {
    return new Response('unauthorized', { status: 401 });
  }
  await sender.receive(JSON.parse(raw));
  return Response.json({ ok: true });
};
