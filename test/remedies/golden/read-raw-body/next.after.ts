import { createHmac } from 'node:crypto';
import { same, store } from '@/lib/inbox';

export async function POST(request: Request) {
  const rawBody = await request.text();
  const body = JSON.parse(rawBody);
  const mac = createHmac('sha256', process.env.INBOX_SECRET!).update(rawBody).digest('hex');
  if (!same(mac, request.headers.get('x-mac'))) return new Response('', { status: 401 });
  await store(body);
  return new Response('');
}
