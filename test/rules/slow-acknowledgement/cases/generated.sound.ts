// path: app/hooks/crates/route.ts
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { after } from 'next/server';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';

export async function POST(request: Request) {
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  after(async () => {
    const { text } = await generateText({ model: openai('gpt-4o-mini'), prompt: 'Sum the day up' });
    console.log(text.length);
  });
  await crates.upsert(JSON.parse(raw));
  return new Response(null, { status: 204 });
}
