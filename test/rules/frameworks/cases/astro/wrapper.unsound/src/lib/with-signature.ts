import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIContext, APIRoute } from 'astro';

export const withSignature =
  (handler: (raw: string, context: APIContext) => Promise<Response>): APIRoute =>
  async (context) => {
    const raw = await context.request.text();
    const mine = createHmac('sha256', import.meta.env.SEED_SECRET).update(raw).digest();
    const theirs = Buffer.from(context.request.headers.get('x-seed-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
    return handler(raw, context);
  };
