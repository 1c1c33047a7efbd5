// path: app/api/hooks/rules/route.ts
import { Webhook } from 'svix';
import { apply } from '@/lib/rules';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const rule = new Function('order', event.data.rule); // want injection "code"
  await apply(rule);
  return new Response(null, { status: 204 });
}
