import { verify } from '@/lib/verify';

export async function POST(req: Request) {
  const raw = await req.text();
  await verify(raw, req.headers.get('x-mac'));
  await store(JSON.parse(raw));
  return new Response('');
}
