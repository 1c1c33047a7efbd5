// path: app/api/hooks/invites/route.ts
import { Webhook } from 'svix';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  if (event.type === 'invite.accepted') return Response.redirect(event.data.return_to, 302); // want open-redirect "decides where"
  return new Response(null, { status: 204 });
}
