// path: app/api/hooks/tenants/route.ts
import { Webhook } from 'svix';
import axios from 'axios';
const tenants = new Set(['north', 'south']);

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  if (!tenants.has(event.data.tenant)) return new Response(null, { status: 400 });
  await axios.put(`https://${event.data.tenant}.parcels.example/api/status`, { state: event.type });
  return new Response(null, { status: 204 });
}
