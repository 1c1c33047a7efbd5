// path: app/inbox/kilns/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { assertOrRefuse } from '@acme/checks';
import { kilns } from '@/lib/kilns';

export async function POST(request: Request) { // want-note missing-signature-verification "assertOrRefuse"
  const raw = await request.text();
  const expected = createHmac('sha256', process.env.KILN_SECRET!).update(raw).digest();
  const received = Buffer.from(request.headers.get('x-kiln-signature') ?? '', 'hex');
  assertOrRefuse(received.length === expected.length, 'a signature of another length');
  assertOrRefuse(timingSafeEqual(received, expected), 'not from the kilns');
  await kilns.insert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
