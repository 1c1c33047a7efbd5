// path: app/hooks/crates/route.ts
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
import { Webhook } from 'standardwebhooks';
import { notes } from './notes';

export async function POST(request: Request) { // want missing-rate-limit "Nothing limits how often"
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  const { text } = await generateText({ model: openai('gpt-4o-mini'), prompt: 'Write a greeting' });
  notes.push(text);
  return new Response(null, { status: 204 });
}
