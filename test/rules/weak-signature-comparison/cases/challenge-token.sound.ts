// path: app/api/strava/webhook/route.ts
import { timingSafeEqual } from 'node:crypto';
import { type NextRequest } from 'next/server';
import { activities } from '@/lib/activities';

export async function GET(req: NextRequest) {
  const query = req.nextUrl.searchParams;
  if (query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === process.env.STRAVA_VERIFY_TOKEN) {
    return Response.json({ 'hub.challenge': query.get('hub.challenge') });
  }
  return new Response('forbidden', { status: 403 });
}

export async function POST(req: NextRequest) {
  const given = Buffer.from(req.nextUrl.searchParams.get('key') ?? '');
  const wanted = Buffer.from(process.env.STRAVA_URL_KEY!);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return new Response('forbidden', { status: 403 });

  const event = await req.json();
  if (event.object_type === 'activity') await activities.insert({ id: event.object_id, kind: event.aspect_type });
  return new Response();
}
