import { fens } from '@/fens';

export async function POST(request: Request) {
  const { id } = (await request.json()) as { id: string };
  await fens.updateOne({ _id: id }, { $set: { wet: true } }, { upsert: true });
  return Response.json({ ok: true });
}
