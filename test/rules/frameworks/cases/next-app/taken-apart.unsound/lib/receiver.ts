import { db } from './db';

export function receiver(table: string) {
  async function GET() {
    return new Response('ready');
  }
  async function POST(request: Request) {
    const event = await request.json();
    await db.collection(table).insertOne({ parcel: event.parcel, grams: event.grams });
    return Response.json({ ok: true });
  }
  return { GET, POST };
}
