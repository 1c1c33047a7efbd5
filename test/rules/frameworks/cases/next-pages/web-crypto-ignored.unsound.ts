// path: pages/api/hooks/parcels.ts
import { parcels } from '../../../lib/parcels';
import type { NextApiRequest, NextApiResponse } from 'next';
import { buffer } from 'micro';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const raw = (await buffer(req)).toString('utf8');
  const given = Uint8Array.from(atob((req.headers['x-parcel-signature'] as string | undefined) ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.PARCEL_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  if (!crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw))) { // want fail-open-verification "not awaited"
    return res.status(401).json({ error: 'unauthorized' });
  }
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return res.status(200).json({ ok: true });
}
