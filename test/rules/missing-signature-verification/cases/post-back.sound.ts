// path: app/api/paypal/webhook/route.ts
import { NextResponse } from 'next/server';
import { payments } from '@/lib/payments';
import { accessToken } from '@/lib/paypal-token';

export async function POST(request: Request) {
  const event = await request.json();

  const answer = await fetch('https://api-m.paypal.com/v1/notifications/verify-webhook-signature', {
    method: 'POST',
    headers: { authorization: `Bearer ${await accessToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      auth_algo: request.headers.get('paypal-auth-algo'),
      cert_url: request.headers.get('paypal-cert-url'),
      transmission_id: request.headers.get('paypal-transmission-id'),
      transmission_sig: request.headers.get('paypal-transmission-sig'),
      transmission_time: request.headers.get('paypal-transmission-time'),
      webhook_id: process.env.PAYPAL_WEBHOOK_ID,
      webhook_event: event,
    }),
  });
  const { verification_status } = await answer.json();
  if (verification_status !== 'SUCCESS') {
    return NextResponse.json({ error: 'not from PayPal' }, { status: 400 });
  }

  await payments.insert({ id: event.resource.id, cents: Math.round(Number(event.resource.amount.value) * 100) });
  return NextResponse.json({ ok: true });
}
