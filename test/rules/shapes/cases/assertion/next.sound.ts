// path: app/inbox/kilns/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import invariant from 'tiny-invariant';
import { kilns } from '@/lib/kilns';

export async function POST(request: Request) {
  const raw = await request.text();
  const expected = createHmac('sha256', process.env.KILN_SECRET!).update(raw).digest();
  const received = Buffer.from(request.headers.get('x-kiln-signature') ?? '', 'hex');
  invariant(received.length === expected.length, 'a signature of another length');
  invariant(timingSafeEqual(received, expected), 'not from the kilns');
  await kilns.insert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
