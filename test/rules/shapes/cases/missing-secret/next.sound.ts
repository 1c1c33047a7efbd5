// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  const secret = process.env.METER_SECRET;
  if (!secret) return new Response(null, { status: 500 });

  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(signature ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
