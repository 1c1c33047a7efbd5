import { ferrys } from '../../lib/ferrys';

export const config = { runtime: 'edge' };

export default async function receive(request: Request) {
  const raw = await request.arrayBuffer();
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.FERRY_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const given = Uint8Array.from(atob(request.headers.get('x-ferry-signature') ?? ''), (one) => one.charCodeAt(0));
  if (!(await crypto.subtle.verify('HMAC', key, given, raw))) return new Response('unauthorized', { status: 401 });
  await ferrys.insertOne(JSON.parse(new TextDecoder().decode(raw)));
  return new Response(null, { status: 204 });
}
