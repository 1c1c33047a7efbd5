// path: app/api/inbox/gitlab/route.ts
import { NextResponse } from 'next/server';
import { pipelines } from '@/lib/pipelines';

export async function POST(request: Request) {
  const token = request.headers.get('x-gitlab-token');
  if (!process.env.GITLAB_HOOK_TOKEN || token !== process.env.GITLAB_HOOK_TOKEN) { // want weak-signature-comparison "constant time"
    return NextResponse.json({ error: 'unknown sender' }, { status: 401 });
  }

  const body = await request.json();
  if (body.object_kind === 'pipeline') {
    await pipelines.insert({ id: body.object_attributes.id, state: body.object_attributes.status });
  }
  return NextResponse.json({ ok: true });
}
