// path: app/api/hooks/visits/route.ts
import { prisma } from '@/lib/prisma';
import { createHmac, timingSafeEqual } from 'node:crypto';

async function genuine(raw: string, header: string | null): Promise<boolean> {
  if (!header || !process.env.VISIT_SECRET) return false;
  const mine = createHmac('sha256', process.env.VISIT_SECRET).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export async function POST(request: Request) {
  const raw = await request.text();
  const visit = JSON.parse(raw);

  const [stored, ok] = await Promise.all([
    prisma.visit.create({ data: { id: visit.id, page: visit.page } }), // want late-verification "before the signature"
    genuine(raw, request.headers.get('x-visit-signature')),
  ]);
  if (!ok) return new Response('unauthorized', { status: 401 });

  return Response.json({ id: stored.id });
}
