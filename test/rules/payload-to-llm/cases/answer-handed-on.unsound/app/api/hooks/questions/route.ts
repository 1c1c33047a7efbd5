import { Webhook } from 'svix';
import { answer } from '../../../../lib/answer';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  await answer(event.data.question); // want payload-to-llm "SQL"
  return new Response(null, { status: 204 });
}
