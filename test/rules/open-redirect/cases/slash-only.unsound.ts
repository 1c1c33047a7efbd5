// path: app/api/hooks/returns/route.ts
import { Webhook } from 'svix';
import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  if (!event.data.path.startsWith('/')) return new Response(null, { status: 400 });
  return NextResponse.redirect(new URL(event.data.path, request.url)); // want open-redirect "decides where"
  return new Response(null, { status: 204 });
}
