// path: app/api/messenger/webhook/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NextRequest } from 'next/server';
import { inbox } from '@/lib/inbox';

export async function GET(req: NextRequest) {
  const query = req.nextUrl.searchParams;
  if (query.get('hub.verify_token') !== process.env.MESSENGER_VERIFY_TOKEN) {
    return new Response('forbidden', { status: 403 });
  }
  return new Response(query.get('hub.challenge'));
}

export async function POST(req: NextRequest) {
  const appSecret = process.env.MESSENGER_APP_SECRET;
  if (!appSecret) return new Response('not configured', { status: 500 });

  const raw = Buffer.from(await req.arrayBuffer());
  const expected = 'sha256=' + createHmac('sha256', appSecret).update(raw).digest('hex');
  const received = req.headers.get('x-hub-signature-256') ?? '';
  if (received.length !== expected.length || !timingSafeEqual(Buffer.from(received), Buffer.from(expected))) {
    return new Response('forbidden', { status: 403 });
  }

  for (const entry of JSON.parse(raw.toString('utf8')).entry) {
    await inbox.insert(entry);
  }
  return new Response('ok');
}
