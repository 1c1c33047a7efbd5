import { isGenuine } from '@/lib/genuine';
import { readings } from '@/lib/readings';

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  if (!isGenuine(raw, signature)) return new Response(null, { status: 401 });

  const { meter, kwh } = JSON.parse(raw);
  await readings.insertOne({ meter, kwh });
  return new Response(null, { status: 204 });
}
