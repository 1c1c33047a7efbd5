import { createHmac, timingSafeEqual } from 'node:crypto';
import { db } from './db';

export function receiver(table: string) {
  async function GET() {
    return new Response('ready');
  }
  async function POST(request: Request) {
    const raw = await request.text();
    const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-parcel-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
    await db.collection(table).insertOne(JSON.parse(raw));
    return Response.json({ ok: true });
  }
  return { GET, POST };
}
