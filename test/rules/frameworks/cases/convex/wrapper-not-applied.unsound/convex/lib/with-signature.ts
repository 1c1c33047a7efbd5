import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActionCtx } from '../_generated/server';

export function withSignature(inner: (ctx: ActionCtx, raw: string) => Promise<Response>) {
  return async (ctx: ActionCtx, request: Request) => {
    const raw = await request.text();
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-depot-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
    return inner(ctx, raw);
  };
}
