// path: app/api/webhooks/membership/route.ts
import { NextResponse } from 'next/server';
import { prisma } from '@/lib/prisma';

type MemberEvent = { type: 'user.created' | 'user.deleted'; data: { id: string; email: string } };

export async function POST(request: Request) { // want missing-signature-verification "no signature"
  const event = (await request.json()) as MemberEvent;

  switch (event.type) {
    case 'user.created':
      await prisma.member.create({ data: { externalId: event.data.id, email: event.data.email } });
      break;
    case 'user.deleted':
      await prisma.member.delete({ where: { externalId: event.data.id } });
      break;
  }

  return NextResponse.json({ received: true });
}
