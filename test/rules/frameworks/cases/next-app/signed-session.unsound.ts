// path: app/api/webhooks/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { marshes } from '../../../marshes';

async function isSignedIn(): Promise<boolean> {
  const [user = '', signature = ''] = ((await cookies()).get('heath')?.value ?? '').split('.');
  const mine = createHmac('sha256', process.env.SESSION_SECRET!).update(user).digest();
  const theirs = Buffer.from(signature, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export async function POST(request: Request) { // want missing-signature-verification "no signature check"
  const who = (await isSignedIn()) ? 'desk' : 'anybody';
  console.log('announced', who);
  const { url, topic } = await request.json();
  await marshes.updateOne({ url: String(url) }, { $set: { topic: String(topic) } }, { upsert: true });
  return Response.json({ ok: true });
}
