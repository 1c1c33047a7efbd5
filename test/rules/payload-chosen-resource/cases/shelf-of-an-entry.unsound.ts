// path: app/api/hooks/parcels/route.ts
import { MongoClient } from 'mongodb';
import { Webhook } from 'svix';

const db = new MongoClient(process.env.MONGO_URL!).db('post');
const shelves = new Set(['letters', 'boxes']);

async function empty(shelf: string, number: number) {
  await db.collection(shelf).deleteOne({ number }); // want payload-chosen-resource "collection"
}

export async function POST(request: Request) {
  const raw = await request.text();
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, Object.fromEntries(request.headers)) as any;
  for (const { shelf, number } of event.data.parcels) await empty(shelf, Number(number));
  return new Response(null, { status: 204 });
}
