// path: pages/api/hooks/parcels.ts
import type { NextRequest } from 'next/server';
import { parcels } from '../../../lib/parcels';

export const config = { runtime: 'edge' };

export default async function handler(req: NextRequest) {
  const raw = await req.text();
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.PARCEL_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const given = Uint8Array.from(Buffer.from(req.headers.get('x-parcel-signature') ?? '', 'hex'));
  if (!(await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw)))) return new Response('unauthorized', { status: 401 });
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return new Response(null, { status: 204 });
}
