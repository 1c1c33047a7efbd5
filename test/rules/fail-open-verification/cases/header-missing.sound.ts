// path: app/api/inbox/github/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { NextResponse } from 'next/server';
import { builds } from '@/lib/builds';

export async function POST(request: Request) {
  const raw = await request.text();
  const signature = request.headers.get('x-hub-signature-256');

  if (signature) {
    const expected = 'sha256=' + createHmac('sha256', process.env.GITHUB_HOOK_SECRET!).update(raw).digest('hex');
    if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) {
      return NextResponse.json({ error: 'signature does not match' }, { status: 401 });
    }
  } else {
    return NextResponse.json({ error: 'unsigned' }, { status: 401 });
  }

  const push = JSON.parse(raw);
  await builds.insert({ commit: push.after, branch: push.ref });
  return NextResponse.json({ queued: true });
}
