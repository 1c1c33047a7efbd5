// path: app/hooks/crates/route.ts
import Anthropic from '@anthropic-ai/sdk';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

const anthropic = new Anthropic();

export async function POST(request: Request) {
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  const message = await anthropic.messages.create({ model: 'claude-3-5-haiku-latest', max_tokens: 100, messages: [] }); // want slow-acknowledgement "asks a model"
  console.log(message.id);
  await crates.upsert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
