// path: app/api/hooks/parcels/route.ts
import { after } from 'next/server';
import { parcels } from '../../../../lib/parcels';

const receive = async (request: Request) => { // want missing-signature-verification "no signature check"
  const { parcel, grams } = await request.json();
  after(async () => {
    await parcels.insertOne({ parcel, grams });
  });
  return new Response(null, { status: 202 });
};

export { receive as POST };
