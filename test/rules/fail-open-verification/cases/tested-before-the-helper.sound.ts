// path: app/hooks/barges/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { barges } from '@/lib/barges';

const secret = process.env.BARGE_SECRET;

function isGenuine(raw: string, header: string | null): boolean {
  const expected = Buffer.from(createHmac('sha256', secret ?? '').update(raw).digest('base64'));
  const received = Buffer.from(header ?? '');
  return expected.length === received.length && timingSafeEqual(expected, received);
}

export async function POST(request: Request) {
  const raw = await request.text();
  if (!secret || !isGenuine(raw, request.headers.get('x-barge-hmac-sha256'))) return new Response('', { status: 401 });
  await barges.insert(JSON.parse(raw));
  return new Response();
}
