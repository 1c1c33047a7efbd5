// path: app/api/hooks/cards/route.ts
import { Webhook } from 'svix';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  if (!/^https:\/\/[a-z0-9-]+\.cards\.example\/v1\//.test(event.data.card_url)) return new Response(null, { status: 422 });
  await fetch(event.data.card_url);
  return new Response(null, { status: 204 });
}
