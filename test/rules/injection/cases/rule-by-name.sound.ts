// path: app/api/hooks/rules/route.ts
import { Webhook } from 'svix';
import { apply } from '@/lib/rules';
const rules = { none: () => 0, half: (price: number) => price / 2 };

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const rule = rules[event.data.rule as keyof typeof rules];
  if (rule) await apply(rule);
  setTimeout(() => apply(rules.none), 1000);
  return new Response(null, { status: 204 });
}
