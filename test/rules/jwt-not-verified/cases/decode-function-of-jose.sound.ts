// path: app/api/hooks/tides/route.ts
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { readings } from '@/lib/readings';

const keys = createRemoteJWKSet(new URL('https://id.tides.example/keys'));

export async function POST(request: Request) {
  const token = request.headers.get('x-tide-token');
  if (!token) return new Response('no token', { status: 401 });
  if (decodeProtectedHeader(token).alg !== 'ES256') return new Response('wrong algorithm', { status: 401 });
  try {
    await jwtVerify(token, keys, { algorithms: ['ES256'], audience: 'tide-receiver', issuer: 'https://id.tides.example' });
  } catch {
    return new Response('wrong token', { status: 401 });
  }

  const reading = await request.json();
  await readings.insert({ station: reading.station, level: reading.level });
  return new Response(null, { status: 204 });
}
