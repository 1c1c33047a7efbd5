// path: app/api/hooks/accounts/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { accounts } from '@/lib/accounts';

const secrets = (process.env.ACCOUNT_SECRETS ?? '').split(',').filter(Boolean);
const kinds = ['balance.changed', 'account.closed'];

export async function POST(request: Request) {
  const raw = await request.text();
  const [timestamp, signature] = (request.headers.get('x-account-signature') ?? '').split('.');
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return new Response('too old', { status: 401 });
  const given = Buffer.from(signature ?? '', 'hex');

  const genuine = secrets.some((secret) => {
    const mine = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest();
    return mine.length === given.length && timingSafeEqual(mine, given);
  });
  if (!genuine) return new Response('unauthorized', { status: 401 });

  const change = JSON.parse(raw);
  if (!kinds.includes(change.kind)) return new Response('ignored', { status: 202 });
  await accounts.update({ id: change.account }, { balance: change.balance });
  return new Response(null, { status: 204 });
}
