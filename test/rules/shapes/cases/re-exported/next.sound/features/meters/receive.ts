import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from './readings';

export async function POST(request: Request) {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-meter-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });

  const { meter, kwh } = JSON.parse(raw);
  await readings.insertOne({ meter, kwh });
  return new Response(null, { status: 204 });
}
