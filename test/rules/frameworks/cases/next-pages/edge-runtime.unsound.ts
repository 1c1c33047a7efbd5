// path: pages/api/hooks/parcels.ts
import { parcels } from '../../../lib/parcels';

export const config = { runtime: 'edge' };

export default async (req) => {
  const event = await req.json();
  const text = JSON.stringify(event);
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.PARCEL_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const given = Uint8Array.from(Buffer.from(req.headers.get('x-parcel-signature') ?? '', 'hex'));
  const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(text)); // want parsed-body-signature "parsed and serialised again"
  if (!genuine) return new Response('unauthorized', { status: 401 });
  await parcels.insertOne({ parcel: event.parcel, grams: event.grams });
  return new Response(null, { status: 204 });
};
