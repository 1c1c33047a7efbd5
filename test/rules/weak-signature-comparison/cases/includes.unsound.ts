// path: app/api/hooks/accounts/route.ts
import { createHmac } from 'node:crypto';
import { accounts } from '@/lib/accounts';

const secrets = (process.env.ACCOUNT_SECRETS ?? '').split(',').filter(Boolean);

export async function POST(request: Request) {
  const raw = await request.text();
  const [timestamp, signature] = (request.headers.get('x-account-signature') ?? '').split('.');
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return new Response('too old', { status: 401 });

  const candidates = secrets.map((secret) => createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex'));
  if (!candidates.includes(signature)) { // want weak-signature-comparison "constant time"
    return new Response('unauthorized', { status: 401 });
  }

  const change = JSON.parse(raw);
  await accounts.update({ id: change.account }, { balance: change.balance });
  return new Response(null, { status: 204 });
}
