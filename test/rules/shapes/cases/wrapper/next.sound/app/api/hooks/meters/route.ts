import { readings } from '@/lib/readings';
import { withSignature } from '@/lib/with-signature';

export const POST = withSignature('x-meter-signature', async (raw) => {
  const { meter, kwh } = JSON.parse(raw);
  await readings.insertOne({ meter, kwh });
  return new Response(null, { status: 204 });
});
