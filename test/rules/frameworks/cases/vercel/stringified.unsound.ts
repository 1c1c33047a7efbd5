// path: api/hooks/ferries.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ferrys } from '../../lib/ferrys';

export async function POST(request: Request): Promise<Response> {
  const event = await request.json();
  const mine = createHmac('sha256', process.env.FERRY_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-ferry-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  await ferrys.insertOne({ ferry: event.ferry, cars: event.cars });
  return Response.json({ ok: true });
}
