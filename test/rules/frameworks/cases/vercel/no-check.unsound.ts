// path: api/hooks/ferries.ts
import { ferrys } from '../../lib/ferrys';

export async function POST(request: Request): Promise<Response> { // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const { ferry, cars } = JSON.parse(raw);
  await ferrys.insertOne({ ferry, cars });
  return Response.json({ ok: true });
}
