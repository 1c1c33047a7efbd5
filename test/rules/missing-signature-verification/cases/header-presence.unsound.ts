// path: app/api/hooks/tickets/route.ts
import { NextRequest, NextResponse } from 'next/server';
import { tickets } from '@/server/tickets';

export const runtime = 'nodejs';

export async function POST(req: NextRequest) { // want missing-signature-verification "no signature"
  const signature = req.headers.get('x-ticketdesk-signature');
  if (!signature) {
    return NextResponse.json({ error: 'missing signature' }, { status: 401 });
  }

  const raw = await req.text();
  const payload = JSON.parse(raw);
  await tickets.insert({ subject: payload.subject, body: payload.body, from: payload.requester.email });

  return NextResponse.json({ ok: true });
}
