// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

function refusalOf(raw: string, signature: string | null): Response | null {
  if (!signature) return new Response('unsigned', { status: 401 });
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('forged', { status: 401 });
  return null;
}

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  const refusal = refusalOf(raw, signature);
  if (refusal) return refusal;

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
