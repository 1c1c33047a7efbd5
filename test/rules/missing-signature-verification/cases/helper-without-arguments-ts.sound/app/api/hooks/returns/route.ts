import { readVerified } from '@/lib/read-verified';
import { returns } from '@/lib/returns';

export async function POST(request: Request) {
  const event = await readVerified(request);
  if (event instanceof Response) return event;

  await returns.insertOne({ order: event.order, reason: event.reason });
  return Response.json({ stored: true });
}
