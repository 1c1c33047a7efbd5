// path: app/hooks/barges/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { barges } from '@/lib/barges';

export async function POST(request: Request) {
  const raw = await request.text();
  if (request.headers.has('x-barge-signature')) { // want fail-open-verification "header is missing"
    const expected = createHmac('sha256', process.env.BARGE_SECRET!).update(raw).digest();
    const received = Buffer.from(request.headers.get('x-barge-signature')!, 'hex');
    if (expected.length !== received.length || !timingSafeEqual(expected, received)) return new Response('', { status: 401 });
  }
  await barges.insert(JSON.parse(raw));
  return new Response();
}
