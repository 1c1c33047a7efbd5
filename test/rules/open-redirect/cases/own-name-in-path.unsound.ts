// path: app/hooks/installs/route.ts
import { NextResponse, type NextRequest } from 'next/server';
import { Webhook } from 'standardwebhooks';
import { remember } from '../../installs';

export async function POST(request: NextRequest) {
  const event = new Webhook(process.env.INSTALL_SECRET!).verify(await request.text(), Object.fromEntries(request.headers)) as any;
  await remember(String(event.id));
  const domain = (request.nextUrl.searchParams.get('domain') as string).replace(/^www./, '').toLowerCase();
  return NextResponse.rewrite(new URL(`/${domain}/thanks`, request.url)); // want open-redirect "decides where"
}
