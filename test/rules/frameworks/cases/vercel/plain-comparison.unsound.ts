// path: api/hooks/ferries.ts
import { createHmac } from 'node:crypto';
import { ferrys } from '../../lib/ferrys';

export async function POST(request: Request): Promise<Response> {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.FERRY_SECRET!).update(raw).digest('hex');
  if (mine !== request.headers.get('x-ferry-signature')) { // want weak-signature-comparison "not in constant time"
    return new Response('unauthorized', { status: 401 });
  }
  const { ferry, cars } = JSON.parse(raw);
  await ferrys.insertOne({ ferry, cars });
  return Response.json({ ok: true });
}
