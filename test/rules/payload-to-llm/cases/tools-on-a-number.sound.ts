// path: app/api/hooks/refunds/route.ts
import { Webhook } from 'svix';
import OpenAI from 'openai';
import { tools } from '@/lib/tools';
const openai = new OpenAI();

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const amount = Number(event.data.amount);
  await openai.chat.completions.create({ model: 'gpt-4o', tools, messages: [{ role: 'user', content: `A refund of ${amount} cents` }] });
  return new Response(null, { status: 204 });
}
