import { compose } from '@/lib/compose';
import { logged } from '@/lib/logged';
import { signed } from '@/lib/signed';
import { parcels } from '@/lib/parcels';

export const POST = compose(
  logged,
  signed,
)(async (request: Request) => {
  const { parcel, grams } = await request.json();
  await parcels.insertOne({ parcel, grams });
  return Response.json({ ok: true });
});
