// path: app/api/hooks/meters/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readings } from '@/lib/readings';

type Check = { ok: true } | { ok: false; reason: string };

function check(raw: Buffer | string, signature: string | null | undefined): Check {
  if (!signature) return { ok: false, reason: 'unsigned' };
  const mine = createHmac('sha256', process.env.METER_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { ok: false, reason: 'signature does not match' };
  return { ok: true };
}

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-meter-signature');
  const checked = check(raw, signature);
  if (!checked) { // want fail-open-verification "object"
    return new Response(null, { status: 401 });
  }

  const { meter, kwh } = JSON.parse(raw);
  await readings.insert({ meter, kwh });
  return new Response(null, { status: 204 });
}
