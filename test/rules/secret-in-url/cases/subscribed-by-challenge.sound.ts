// path: app/api/rides/webhook/route.ts
import { timingSafeEqual } from 'node:crypto';
import { rides } from '@/lib/rides';

export async function GET(request: Request) {
  const query = new URL(request.url).searchParams;
  if (query.get('hub.verify_token') !== process.env.RIDES_VERIFY_TOKEN) return new Response(null, { status: 403 });
  return Response.json({ 'hub.challenge': query.get('hub.challenge') });
}

export async function POST(request: Request) {
  const sent = Buffer.from(new URL(request.url).searchParams.get('secret') ?? '');
  const kept = Buffer.from(process.env.RIDES_SECRET!);
  if (sent.length !== kept.length || !timingSafeEqual(sent, kept)) return new Response(null, { status: 401 });

  const { id } = await request.json();
  await rides.insert({ id });
  return new Response(null, { status: 204 });
}
