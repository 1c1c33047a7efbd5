import { isGenuine } from '../../lib/genuine';
import { ferrys } from '../../lib/ferrys';

export async function POST(request: Request): Promise<Response> {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-ferry-signature'), process.env.FERRY_SECRET)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { ferry, cars } = JSON.parse(raw);
  await ferrys.insertOne({ ferry, cars });
  return Response.json({ ok: true });
}
