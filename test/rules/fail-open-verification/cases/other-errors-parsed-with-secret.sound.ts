// path: app/api/billing/route.ts
import { validateEvent, WebhookVerificationError } from '@polar-sh/sdk/webhooks';
import { ledger } from '@/lib/ledger';

export async function POST(request: Request) {
  const secret = process.env.POLAR_WEBHOOK_SECRET;
  if (!secret) return new Response('not configured', { status: 500 });

  const raw = await request.text();
  let event: any;
  try {
    event = validateEvent(raw, Object.fromEntries(request.headers), secret);
  } catch (error) {
    if (error instanceof WebhookVerificationError) return new Response('not from Polar', { status: 403 });
    // Verified, but of a kind that this version of the SDK does not know.
    event = JSON.parse(raw);
  }
  await ledger.insert(event.data);
  return new Response(null, { status: 202 });
}
