// path: app/api/hooks/invites/route.ts
import { Webhook } from 'svix';

const pages = { home: 'https://shop.example/', orders: 'https://shop.example/orders' };

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  if (event.type === 'invite.accepted') return Response.redirect(pages[event.data.page as 'home'] ?? pages.home, 302);
  return new Response(null, { status: 204 });
}
