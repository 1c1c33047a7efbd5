// path: app/api/hooks/reviews/route.ts
import { Webhook } from 'svix';
import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
const personas = ['clerk', 'driver'];

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const persona = personas.includes(event.data.persona) ? event.data.persona : 'clerk';
  await anthropic.messages.create({ model: 'claude', max_tokens: 200, system: `You answer as ${persona}.`, messages: [{ role: 'user', content: 'Hello' }] });
  return new Response(null, { status: 204 });
}
