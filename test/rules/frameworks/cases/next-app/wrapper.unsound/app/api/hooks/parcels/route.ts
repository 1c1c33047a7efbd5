import { withSignature } from '../../../../lib/with-signature';
import { parcels } from '../../../../lib/parcels';

export const PUT = withSignature(async () => Response.json({ ok: true }));

export async function POST(request: Request) { // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const { parcel, grams } = JSON.parse(raw);
  await parcels.insertOne({ parcel, grams });
  return Response.json({ ok: true });
}
