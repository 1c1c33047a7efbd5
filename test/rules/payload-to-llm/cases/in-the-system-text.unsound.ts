// path: app/api/hooks/reviews/route.ts
import { Webhook } from 'svix';
import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const { metadata } = event.data;
  await anthropic.messages.create({ model: 'claude', max_tokens: 200, system: `You answer as ${metadata.persona}.`, messages: [{ role: 'user', content: 'Hello' }] }); // want payload-to-llm "instructions"
  return new Response(null, { status: 204 });
}
