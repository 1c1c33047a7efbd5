// path: app/api/hooks/media/route.ts
import { Webhook } from 'svix';
import { keep } from '@/lib/images';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const { hostname } = new URL(event.data.image);
  if (hostname !== 'cdn.example' && !hostname.endsWith('.cdn.example')) return new Response(null, { status: 400 });
  const image = await fetch(event.data.image);
  await keep(image);
  return new Response(null, { status: 204 });
}
