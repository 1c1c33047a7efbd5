// path: app/api/inbox/github/route.ts
import { releases } from '@/lib/releases';

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');

export async function POST(request: Request) {
  const raw = await request.text();
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(process.env.RELEASE_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const expected = `sha256=${hex(await crypto.subtle.sign('HMAC', key, text.encode(raw)))}`;
  const sent = request.headers.get('x-hub-signature-256') ?? '';
  if (!same(sent, expected)) return new Response(null, { status: 401 });

  await releases.insert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}

function same(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
