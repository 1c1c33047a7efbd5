import { moors } from '../../../../lib/moors';

export async function POST(request: Request) {
  const moor = await request.json();
  await moors.insertOne({ id: moor.id });
  return new Response(null, { status: 204 });
}
