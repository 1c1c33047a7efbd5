// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

async function genuineBody(request: Request): Promise<string> {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new Error('forged');
  return raw;
}

export async function POST(request: Request) {
  const raw = await genuineBody(request).catch(() => undefined);
  if (raw === undefined) return new Response('unauthorized', { status: 401 });

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
