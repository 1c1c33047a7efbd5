// path: app/api/hooks/parcels/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { headers } from 'next/headers';
import { after } from 'next/server';
import { parcels } from '../../../../lib/parcels';

const receive = async (request: Request) => {
  const raw = Buffer.from(await request.arrayBuffer());
  const signature = (await headers()).get('x-parcel-signature');
  if (!signature?.startsWith('sha256=')) return new Response('unauthorized', { status: 401 });
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest('hex');
  const theirs = signature.slice('sha256='.length);
  if (mine.length !== theirs.length || !timingSafeEqual(Buffer.from(mine), Buffer.from(theirs))) return new Response('unauthorized', { status: 401 });
  after(async () => {
    const { parcel, grams } = JSON.parse(raw.toString('utf8'));
    await parcels.insertOne({ parcel, grams });
  });
  return new Response(null, { status: 202 });
};

export { receive as POST, receive as PUT };
