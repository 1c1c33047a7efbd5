// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

const secret = process.env.METER_SECRET ?? '';
const unit = process.env.METER_UNIT ?? 'kwh';

export async function POST(request: Request) {
  if (!secret) return new Response('not configured', { status: 503 });

  const raw = await request.text();
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }

  const { meter, value } = JSON.parse(raw);
  await readings.insert({ meter, value, unit });
  return new Response(null, { status: 204 });
}
