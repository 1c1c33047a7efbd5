import { isGenuine } from '../../../lib/guard';
import { looms } from '../../../lib/looms';

export async function POST(request: Request) {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-loom-signature'))) return new Response(null, { status: 401 });
  await looms.insertOne(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
