// path: app/hooks/crates/route.ts
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
import { Webhook } from 'standardwebhooks';
import { notes } from './notes';

const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(30, '1 m') });

export async function POST(request: Request) {
  const { success } = await ratelimit.limit('crates');
  if (!success) return new Response('slow down', { status: 429 });
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  const { text } = await generateText({ model: openai('gpt-4o-mini'), prompt: 'Write a greeting' });
  notes.push(text);
  return new Response(null, { status: 204 });
}
