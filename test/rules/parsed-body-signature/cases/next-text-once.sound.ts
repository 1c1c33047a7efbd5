// path: app/api/webhooks/crm/route.ts
import crypto from 'node:crypto';
import { NextResponse } from 'next/server';
import { contacts } from '@/lib/contacts';

export async function POST(request: Request) {
  const body = await request.clone().json();
  const hmac = crypto.createHmac('sha256', process.env.CRM_HOOK_SECRET!);
  hmac.update(await request.text(), 'utf8');
  const expected = hmac.digest();

  const received = Buffer.from(request.headers.get('x-crm-signature') ?? '', 'hex');
  if (expected.length !== received.length || !crypto.timingSafeEqual(expected, received)) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }

  await contacts.update({ id: body.id }, { email: body.email });
  return NextResponse.json({ ok: true });
}
