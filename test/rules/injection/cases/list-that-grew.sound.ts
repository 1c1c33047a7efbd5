// path: app/api/hooks/parcels/route.ts
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Webhook } from 'svix';

const kinds = new Set(['letter', 'box']);

export async function POST(request: Request) {
  const raw = await request.text();
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, Object.fromEntries(request.headers)) as any;
  const { kind, urgent } = event.data;
  if (!kinds.has(kind)) return new Response(null, { status: 422 });
  const scripts: string[] = [];
  if (urgent) scripts.push(join('scripts', `urgent-${kind}`));
  scripts.push(join('scripts', 'all'));
  for (const script of scripts) spawnSync(script, ['--quiet']);
  return new Response(null, { status: 204 });
}
