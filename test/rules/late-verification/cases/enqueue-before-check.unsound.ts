// path: app/api/webhooks/mail/route.ts
import { Webhook } from 'svix';
import { mailQueue } from '@/lib/queues';

export async function POST(request: Request) {
  const text = await request.text();
  await mailQueue.add('inbound-mail', JSON.parse(text)); // want late-verification "before the signature"

  const webhook = new Webhook(process.env.RESEND_WEBHOOK_SECRET!);
  try {
    webhook.verify(text, {
      'svix-id': request.headers.get('svix-id')!,
      'svix-timestamp': request.headers.get('svix-timestamp')!,
      'svix-signature': request.headers.get('svix-signature')!,
    });
  } catch {
    return new Response('bad signature', { status: 400 });
  }

  return new Response(null, { status: 202 });
}
