import { Webhook } from 'svix';
import { users } from '@/lib/users';

export const POST = async (req: Request) => {
  const secret = process.env.SVIX_WEBHOOK_SECRET;
  if (!secret) {
    return new Response('Webhook secret is not configured.', { status: 500 });
  }
  const rawBody = await req.text();
  try {
    new Webhook(secret).verify(rawBody, {
      'svix-id': req.headers.get('svix-id') ?? '',
      'svix-timestamp': req.headers.get('svix-timestamp') ?? '',
      'svix-signature': req.headers.get('svix-signature') ?? '',
    });
  } catch {
    return new Response('Invalid signature.', { status: 401 });
  }
  const payload = JSON.parse(rawBody);
  await users.create({ id: payload.data.id });
  return new Response('', { status: 201 });
};
