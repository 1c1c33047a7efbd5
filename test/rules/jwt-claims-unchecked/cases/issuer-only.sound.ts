// path: app/api/hooks/tides/route.ts
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { readings } from '@/lib/readings';

const keys = createRemoteJWKSet(new URL('https://id.tides.example/keys'));

export async function POST(request: Request) {
  const token = request.headers.get('authorization')?.split(' ')[1];
  if (!token) return new Response('no token', { status: 401 });
  let scopes: string[];
  try {
    const { payload } = await jwtVerify(token, keys, { issuer: 'https://id.tides.example' });
    scopes = String(payload.scope ?? '').split(' ');
  } catch {
    return new Response('wrong token', { status: 401 });
  }
  if (!scopes.includes('tides:write')) return new Response('wrong scope', { status: 403 });

  await readings.insert(await request.json());
  return new Response(null, { status: 204 });
}
