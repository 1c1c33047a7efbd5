import { mail } from '@/lib/mail';
import { prisma } from '@/lib/prisma';

export async function POST(request: Request) {
  const event = await request.json();
  const eventId = event.id;
  if (!eventId) {
    return new Response('Missing event id.', { status: 400 });
  }
  const claim = `api/invoices:${eventId}`;
  if (!(await claimEvent(claim))) {
    return Response.json({ received: true });
  }
  try {
    switch (event.type) {
      case 'invoice.paid':
        await mail.send({ to: event.data.email, subject: 'Thank you' });
        break;
      case 'invoice.overdue':
        await releaseEvent(claim);
        return Response.json({ error: 'not yet' }, { status: 422 });
    }
  } catch (error) {
    await releaseEvent(claim);
    throw error;
  }
  return Response.json({ received: true });
}

// The model, which needs a migration: model HandledEvent { id String @id; claimedAt DateTime @default(now()) }
async function claimEvent(key: string): Promise<boolean> {
  try {
    await prisma.handledEvent.create({ data: { id: key } });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'P2002') {
      return false;
    }
    throw error;
  }
}

async function releaseEvent(key: string): Promise<void> {
  await prisma.handledEvent.deleteMany({ where: { id: key } });
}
