import { Webhook } from 'standardwebhooks';
import { crates } from '../../../lib/crates';
import { answered } from '../../../lib/answered';

export const POST = answered(async (request: Request) => {
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  await crates.insert(JSON.parse(raw));
  return new Response(null, { status: 204 });
});
