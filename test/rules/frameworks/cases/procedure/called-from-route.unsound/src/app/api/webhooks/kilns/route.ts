import { caller } from '../../../../server/caller';

export async function POST(request: Request) { // want missing-signature-verification "no signature"
  await caller.kilns.fired(await request.json());
  return Response.json({ ok: true });
}
