// path: app/api/hooks/tides/route.ts
import { introspect } from '@/lib/identity';
import { readings } from '@/lib/readings';

export async function POST(request: Request) {
  const token = request.headers.get('authorization')?.match(/^Bearer (.+)$/)?.[1];
  if (!token) return new Response('no token', { status: 401 });
  const answer = await fetch('https://id.tides.example/introspect', {
    method: 'POST',
    headers: { authorization: `Basic ${process.env.INTROSPECTION_CREDENTIALS}` },
    body: new URLSearchParams({ token }),
  });
  const said = await answer.json();
  if (!said.active || said.aud !== 'tides') return new Response('wrong token', { status: 403 });

  const reading = await request.json();
  await readings.insert({ station: reading.station, level: reading.level });
  return new Response(null, { status: 204 });
}
