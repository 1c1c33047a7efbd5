// path: supabase/functions/parcel-webhook/index.ts
import { parcels } from '../_shared/parcels.ts';

Deno.serve(async (request) => { // want missing-signature-verification "Verify an HMAC over the raw body"
  const { parcel } = await request.json();
  await parcels.insertOne({ parcel: String(parcel) });
  return new Response(null, { status: 204 });
});
