// path: app/api/hooks/told/route.ts
import { Webhook } from 'svix';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  return Response.json({ location: event.data.return_to });
  return new Response(null, { status: 204 });
}
