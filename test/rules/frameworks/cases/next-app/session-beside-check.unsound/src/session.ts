import { createHmac, timingSafeEqual } from 'node:crypto';

type Cookies = { get: (name: string) => { value: string } | undefined };

const names = ['__Secure-heath.session', 'heath.session'] as const;

function opened(signed: string): string | null {
  const secret = process.env.SESSION_SECRET;
  if (!secret) return null;
  const dot = signed.lastIndexOf('.');
  const mine = Buffer.from(createHmac('sha256', secret).update(signed.slice(0, dot)).digest('base64'));
  const theirs = Buffer.from(signed.slice(dot + 1));
  return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? signed.slice(0, dot) : null;
}

export function sessionOf(cookies: Cookies): string | null {
  for (const name of names) {
    const cookie = cookies.get(name);
    if (!cookie?.value) continue;
    const session = opened(decodeURIComponent(cookie.value));
    if (session) return session;
  }
  return null;
}
