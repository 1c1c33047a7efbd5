import { verify } from '@/lib/verify';

export async function POST(req: Request) {
  const raw = await req.text();
  if (!(await verify(raw, req.headers.get('x-mac')))) {
    return new Response('Invalid signature.', { status: 401 });
  }
  await store(JSON.parse(raw));
  return new Response('');
}
