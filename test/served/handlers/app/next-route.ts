import { appendFileSync } from 'node:fs';

export async function POST(request: Request): Promise<Response> {
  const event = await request.json();
  appendFileSync(process.env.EFFECTS ?? '', `next ${String(event.id)}\n`);
  return Response.json({ received: event.type });
}
