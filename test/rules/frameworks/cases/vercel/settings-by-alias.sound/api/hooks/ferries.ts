import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { ferrys } from '#yard/ferrys';

export async function POST(request: Request): Promise<Response> {
  const raw = await request.text();
  if (!settings.ferrySecret) {
    return new Response('not configured', { status: 500 });
  }
  const mine = createHmac('sha256', settings.ferrySecret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-ferry-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { ferry, cars } = JSON.parse(raw);
  await ferrys.insertOne({ ferry, cars });
  return Response.json({ ok: true });
}
