// path: app/api/hooks/[tenant]/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { decrypt } from '@/lib/crypto';
import { prisma } from '@/lib/prisma';

export async function POST(request: Request, { params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const tenant = await prisma.tenant.findUnique({ where: { slug }, select: { id: true, hookSecret: true } });
  if (!tenant?.hookSecret) return new Response('unknown tenant', { status: 404 });

  const raw = await request.text();
  const mine = createHmac('sha256', decrypt(tenant.hookSecret)).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-tenant-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });

  await prisma.event.create({ data: { tenantId: tenant.id, kind: JSON.parse(raw).kind } });
  return new Response(null, { status: 202 });
}
