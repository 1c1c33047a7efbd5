import { bogs } from '@/bogs';

export async function POST(request: Request) { // want missing-signature-verification "no signature"
  await bogs.insertOne({ id: (await request.json()).id });
  return Response.json({ ok: true });
}
