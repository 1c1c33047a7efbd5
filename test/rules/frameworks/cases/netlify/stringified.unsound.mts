// path: netlify/functions/tent-hook.mts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { tents } from '../../lib/tents';
import type { Config, Context } from '@netlify/functions';

export const config: Config = { path: '/hooks/tents' };

export default async (request: Request, context: Context) => {
  const event = await request.json();
  const mine = createHmac('sha256', Netlify.env.get('TENT_SECRET')!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-tent-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    return new Response('unauthorized', { status: 401 });
  }
  await tents.insertOne({ tent: event.tent, poles: event.poles });
  return Response.json({ ok: true });
};
