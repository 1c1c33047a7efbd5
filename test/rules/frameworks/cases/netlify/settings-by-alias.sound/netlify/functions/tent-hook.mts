import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { tents } from '#yard/tents';
import type { Config, Context } from '@netlify/functions';

export const config: Config = { path: '/hooks/tents' };

export default async (request: Request, context: Context) => {
  const raw = await request.text();
  if (!settings.tentSecret) {
    return new Response('not configured', { status: 500 });
  }
  const mine = createHmac('sha256', settings.tentSecret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-tent-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { tent, poles } = JSON.parse(raw);
  await tents.insertOne({ tent, poles });
  return Response.json({ ok: true });
};
