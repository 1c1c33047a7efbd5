// path: app/api/hooks/kilns/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { firings } from '@/lib/firings';

export async function POST(request: Request) {
  const raw = await request.text();
  const event = JSON.parse(raw);
  if (event.mode !== 'sandbox') { // want fail-open-verification "The sender decides"
    const mine = createHmac('sha256', process.env.KILN_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-kiln-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
  }
  await firings.insert(event);
  return new Response(null, { status: 204 });
}
