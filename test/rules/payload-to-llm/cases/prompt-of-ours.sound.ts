// path: app/api/hooks/summaries/route.ts
import { Webhook } from 'svix';
import { generateText } from 'ai';
import { board, model } from '@/lib/services';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const { text } = await generateText({ model, prompt: 'Summarise the state of the yard.' });
  board.show(text, event.data.id);
  return new Response(null, { status: 204 });
}
