// path: app/api/inbox/github/route.ts
import { Webhooks } from '@octokit/webhooks';
import { issues } from '@/lib/issues';
const webhooks = new Webhooks({ secret: process.env.GITHUB_HOOK_SECRET! });
export async function POST(request: Request) {
  const raw = await request.text();
  if (!(await webhooks.verify(raw, request.headers.get('x-hub-signature-256') ?? '').catch(() => console.warn('could not verify')))) {
    return new Response('Invalid signature.', { status: 401 });
  }
  await issues.insert({ number: JSON.parse(raw).issue.number });
  return new Response(null, { status: 204 });
}
