// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

function openReading(raw: Buffer | string, signature: string | null | undefined): { meter: string; kwh: number } | null {
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return null;
  return JSON.parse(raw.toString());
}

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  const reading = openReading(raw, signature) ?? JSON.parse(raw.toString()); // want fail-open-verification "does not stop"

  await readings.insert(reading);
  return new Response(null, { status: 204 });
}
