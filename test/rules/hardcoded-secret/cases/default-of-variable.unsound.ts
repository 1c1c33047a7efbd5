// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

const secret = process.env.METER_SECRET ?? 'change-me-before-launch'; // want hardcoded-secret "default"

export async function POST(request: Request) {
  const raw = await request.text();
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
