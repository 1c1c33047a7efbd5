// path: app/api/hooks/returns/route.ts
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { returns } from '@/lib/returns';

const fingerprint = (text: string) => createHash('sha256').update(text).digest();

export async function POST(request: Request) {
  const raw = await request.text();
  const expected = createHmac('sha256', process.env.RETURNS_SECRET!).update(raw).digest('hex');
  const given = request.headers.get('x-returns-signature') ?? '';
  if (!timingSafeEqual(fingerprint(expected), fingerprint(given))) {
    return new Response('unauthorized', { status: 401 });
  }

  const { order } = JSON.parse(raw);
  await returns.insert({ order });
  return new Response(null, { status: 204 });
}
