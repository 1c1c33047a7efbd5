// path: api/hooks/ferries.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ferrys } from '../../lib/ferrys';

export async function POST(request: Request): Promise<Response> {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.FERRY_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-ferry-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { ferry, cars } = JSON.parse(raw);
  await ferrys.insertOne({ ferry, cars });
  return Response.json({ ok: true });
}
