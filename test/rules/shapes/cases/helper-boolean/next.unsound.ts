// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

function isGenuine(raw: Buffer | string, signature: string | null | undefined): boolean {
  if (!signature) return false;
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  isGenuine(raw, signature); // want fail-open-verification "result is ignored"

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
