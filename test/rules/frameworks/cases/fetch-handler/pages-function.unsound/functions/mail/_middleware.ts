import { createHmac, timingSafeEqual } from 'node:crypto';

export const onRequest: PagesFunction<{ PIPE_SECRET: string }> = async ({ request, env, next }) => {
  const raw = await request.clone().text();
  const mine = createHmac('sha256', env.PIPE_SECRET).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-pipe-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
  return next();
};
