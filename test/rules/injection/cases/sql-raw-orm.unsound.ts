// path: app/api/hooks/tickets/route.ts
import { Webhook } from 'svix';
import { prisma } from '@/lib/prisma';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  await prisma.$queryRawUnsafe('SELECT * FROM tickets WHERE title = \'' + event.data.title + '\''); // want injection "SQL statement"
  return new Response(null, { status: 204 });
}
