import { Webhook } from 'svix';
import { isOurs } from '../../../../lib/hosts';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  if (!isOurs(event.data.feed)) return new Response(null, { status: 400 });
  await fetch(event.data.feed, { redirect: 'error' });
  return new Response(null, { status: 204 });
}
