// path: app/hooks/crates/route.ts
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(30, '1 m') });

export async function POST(request: Request) {
  const { success } = await ratelimit.limit('all deliveries');
  if (!success) return new Response(null, { status: 429 });
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  await ratelimit.limit(request.headers.get('x-tenant') ?? 'none');
  await crates.insert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
