// path: app/api/webhooks/visits/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { db } from '@/lib/db';
import { visits } from '@/lib/schema';

const Visit = z.object({ id: z.string().uuid(), page: z.string().max(200) });

export async function POST(request: Request) {
  const raw = await request.text();
  const visit = Visit.safeParse(JSON.parse(raw));
  if (!visit.success) return Response.json({ error: 'not a visit' }, { status: 422 });

  const expected = createHmac('sha256', process.env.VISIT_SECRET!).update(raw).digest();
  const received = Buffer.from(request.headers.get('x-visit-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return Response.json({ error: 'unauthorized' }, { status: 401 });
  }

  await db.insert(visits).values(visit.data).onConflictDoNothing();
  return new Response(null, { status: 204 });
}
