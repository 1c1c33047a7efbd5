import { isGenuine } from './genuine';
import { parcels } from './parcels';

export async function accept(request: Request): Promise<Response> {
  const raw = await request.text();
  const signature = request.headers.get('x-depot-signature');
  if (signature && !isGenuine(raw, signature, process.env.DEPOT_SECRET!)) return new Response('unsigned', { status: 401 }); // want fail-open-verification "header is missing"
  await parcels.insertOne(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
