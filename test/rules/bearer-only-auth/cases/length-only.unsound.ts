// path: app/api/hooks/tides/route.ts
import { readings } from '@/lib/readings';

export async function POST(request: Request) { // want bearer-only-auth "nothing looks at the token"
  const token = request.headers.get('authorization')?.match(/^Bearer (.+)$/)?.[1];
  if (!token) return new Response('no token', { status: 401 });

  const reading = await request.json();
  await readings.insert({ station: reading.station, level: reading.level });
  return new Response(null, { status: 204 });
}
