import { createHmac, timingSafeEqual } from 'node:crypto';
import { caller } from '../../../../server/caller';

export async function POST(request: Request) {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.KILN_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-kiln-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('forged', { status: 401 });
  await caller.kilns.fired(JSON.parse(raw));
  return Response.json({ ok: true });
}
