// path: app/api/hooks/instances/route.ts
import { Webhook } from 'svix';
import axios from 'axios';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const client = axios.create({ baseURL: process.env.INSTANCE_URL });
  await client.post(`/status/${event.data.instance}`, { ok: true });
  return new Response(null, { status: 204 });
}
