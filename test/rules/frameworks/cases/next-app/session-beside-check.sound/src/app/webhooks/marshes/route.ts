import { Webhook } from 'svix';
import { marshes } from '@/marshes';

const most = 100_000;

async function bodyOf(request: Request): Promise<string | null> {
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) > most) return null;
  const reader = request.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length > most) {
      await reader.cancel();
      return null;
    }
  }
}

export async function POST(request: Request) {
  const raw = await bodyOf(request);
  if (raw === null) return Response.json({ error: 'too large' }, { status: 413 });
  const marsh = new Webhook(process.env.MARSH_SECRET!).verify(raw, Object.fromEntries(request.headers)) as { id: string };
  await marshes.updateOne({ _id: marsh.id }, { $set: { wet: true } }, { upsert: true });
  return Response.json({ ok: true });
}
