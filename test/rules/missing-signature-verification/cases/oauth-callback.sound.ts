// path: app/api/github/callback/route.ts
import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import { installations } from '@/lib/installations';

export async function GET(req: NextRequest) {
  const code = req.nextUrl.searchParams.get('code');
  const state = req.nextUrl.searchParams.get('state');
  const jar = await cookies();
  if (!code || !state || state !== jar.get('oauth_state')?.value) {
    return NextResponse.json({ error: 'bad state' }, { status: 400 });
  }

  const answer = await fetch('https://github.com/login/oauth/access_token', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ code, client_id: process.env.GITHUB_ID!, client_secret: process.env.GITHUB_SECRET! }),
  });
  const { access_token } = await answer.json();
  await installations.insert({ token: access_token });
  return NextResponse.redirect(new URL('/settings', req.url));
}
