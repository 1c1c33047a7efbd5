// path: app/api/hooks/meters/route.ts
import { Webhook } from 'standardwebhooks';
import { readings } from '@/lib/readings';

const webhook = new Webhook(process.env.METER_WEBHOOK_SECRET!);

export async function POST(request: Request) {
  const raw = await request.text();
  try {
    webhook.verify(raw, Object.fromEntries(request.headers));
  } catch {
    return new Response(null, { status: 400 });
  }

  const { meter, kwh } = JSON.parse(raw);
  await readings.upsert({ meter, kwh });
  return new Response(null, { status: 204 });
}
