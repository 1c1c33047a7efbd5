// path: netlify/functions/tent-hook.mts
import { tents } from '../../lib/tents';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config, Context } from '@netlify/functions';

export const config: Config = { path: '/hooks/tents' };

export default async (request: Request, context: Context) => {
  const secret = Netlify.env.get('TENT_SECRET');
  if (!secret) {
    return new Response('not configured', { status: 500 });
  }
  const raw = await request.text();
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-tent-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  const { tent, poles } = JSON.parse(raw);
  await tents.insertOne({ tent, poles });
  return Response.json({ ok: true });
};
