import { createHmac, timingSafeEqual } from 'node:crypto';
import { bogs } from '@/bogs';

export async function POST(request: Request) {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.BOG_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-bog-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return Response.json({ error: 'forged' }, { status: 401 });
  await bogs.insertOne({ id: JSON.parse(raw).id });
  return Response.json({ ok: true });
}
