import { senders } from '../../lib/senders';

export async function POST(request: Request): Promise<Response> {
  const raw = await request.text();
  const kind = request.headers.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    return new Response('unauthorized', { status: 401 });
  }
  if (!sender.verify(raw, request.headers.get('x-ferry-signature'))) {
    return new Response('unauthorized', { status: 401 });
  }
  await sender.receive(JSON.parse(raw));
  return Response.json({ ok: true });
}
