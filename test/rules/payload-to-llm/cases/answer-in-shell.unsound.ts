// path: app/api/hooks/runs/route.ts
import { Webhook } from 'svix';
import { exec } from 'node:child_process';
import { llm } from '@/lib/llm';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const answer = await llm.invoke(`Which command does ${event.data.wish}?`);
  exec(answer.content); // want payload-to-llm "shell"
  return new Response(null, { status: 204 });
}
