// path: app/api/hooks/meters/route.ts
import { createHmac } from 'node:crypto';
import { readings } from '@/lib/readings';

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest('hex');
  if (signature !== mine) return new Response(null, { status: 401 }); // want weak-signature-comparison "constant time"

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
