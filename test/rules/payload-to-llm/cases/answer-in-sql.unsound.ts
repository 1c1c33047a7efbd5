// path: app/api/hooks/questions/route.ts
import { Webhook } from 'svix';
import { generateText } from 'ai';
import { model, pool } from '@/lib/services';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const { text } = await generateText({ model, prompt: `Write SQL for: ${event.data.question}` });
  await pool.query(text); // want payload-to-llm "SQL"
  return new Response(null, { status: 204 });
}
