// path: app/api/hooks/tides/route.ts
import { decodeJwt } from 'jose';
import { readings } from '@/lib/readings';

export async function POST(request: Request) {
  const token = request.headers.get('x-tide-token');
  if (!token) return new Response('no token', { status: 401 });
  const claims = decodeJwt(token); // want jwt-not-verified "without checking"
  if (claims.iss !== 'tides') return new Response('wrong issuer', { status: 401 });

  const reading = await request.json();
  await readings.insert({ station: reading.station, level: reading.level });
  return new Response(null, { status: 204 });
}
