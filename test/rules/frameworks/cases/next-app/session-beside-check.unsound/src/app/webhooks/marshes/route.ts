import { Webhook } from 'svix';
import { marshes } from '@/marshes';

export async function POST(request: Request) {
  const raw = await request.text();
  const secret = process.env.MARSH_SECRET;
  if (secret) new Webhook(secret).verify(raw, Object.fromEntries(request.headers)); // want fail-open-verification "the secret is unset"
  const marsh = JSON.parse(raw) as { id: string };
  await marshes.updateOne({ _id: marsh.id }, { $set: { wet: true } }, { upsert: true });
  return Response.json({ ok: true });
}
