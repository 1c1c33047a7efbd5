import { createHmac, timingSafeEqual } from 'node:crypto';
import { defineMiddleware } from 'astro:middleware';
import { SEED_SECRET } from 'astro:env/server';

export const onRequest = defineMiddleware(async (context, next) => {
  if (!context.url.pathname.startsWith('/intake/')) return next();
  const raw = await context.request.clone().text();
  const mine = createHmac('sha256', SEED_SECRET).update(raw).digest();
  const theirs = Buffer.from(context.request.headers.get('x-seed-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
  return next();
});
