import { mail } from '@/lib/mail';
import { prisma } from '@/lib/prisma';

export async function POST(request: Request) {
  const event = await request.json();
  switch (event.type) {
    case 'invoice.paid':
      await mail.send({ to: event.data.email, subject: 'Thank you' });
      break;
    case 'invoice.overdue':
      return Response.json({ error: 'not yet' }, { status: 422 });
  }
  return Response.json({ received: true });
}
