import { NextResponse } from 'next/server';
import { prisma } from '@/lib/prisma';
import { verifySignature } from '@/lib/signature';

export async function POST(request: Request) {
  const raw = await request.text();
  if (!verifySignature(raw, request.headers.get('x-crm-signature'))) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }

  const contact = JSON.parse(raw);
  await prisma.contact.update({ where: { id: contact.id }, data: { email: contact.email } });
  return NextResponse.json({ ok: true });
}
