import { withSignature } from '../../../../lib/with-signature';
import { parcels } from '../../../../lib/parcels';

export const POST = withSignature(async (raw) => {
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return Response.json({ ok: true });
});
