// path: app/api/hooks/instances/route.ts
import { Webhook } from 'svix';
import axios from 'axios';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const client = axios.create({ baseURL: event.data.instance_url }); // want ssrf "decides which host"
  await client.post('/status', { ok: true });
  return new Response(null, { status: 204 });
}
