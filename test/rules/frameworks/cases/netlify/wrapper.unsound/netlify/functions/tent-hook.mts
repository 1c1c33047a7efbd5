import { withSignature } from '../../lib/with-signature';
import { tents } from '../../lib/tents';

export const other = withSignature(async () => Response.json({ ok: true }));

export default async (request: Request) => { // want missing-signature-verification "no signature check"
  const raw = await request.text();
  const { tent, poles } = JSON.parse(raw);
  await tents.insertOne({ tent, poles });
  return Response.json({ ok: true });
};
