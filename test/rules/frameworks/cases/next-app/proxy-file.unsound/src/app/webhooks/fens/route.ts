import { fens } from '@/fens';

export async function POST(request: Request) {
  await fens.insertOne({ id: (await request.json()).id });
  return Response.json({ ok: true });
}
