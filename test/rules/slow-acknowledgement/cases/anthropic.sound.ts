// path: app/hooks/crates/route.ts
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export async function POST(request: Request) {
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  await Promise.all([fetch('https://stock.internal/moves'), fetch('https://search.internal/moves')]);
  await crates.upsert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
