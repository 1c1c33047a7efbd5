// path: src/index.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { pipes } from './lib/pipes';
export interface Env {
  PIPE_SECRET: string;
  STRIPE_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || pathname !== '/hooks/pipes') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const signature = request.headers.get('x-pipe-signature');
    if (signature) { // want fail-open-verification "header is missing"
      const mine = createHmac('sha256', env.PIPE_SECRET).update(raw).digest();
      const theirs = Buffer.from(signature, 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
        return new Response('unauthorized', { status: 401 });
      }
    }
    const { pipe, metres } = JSON.parse(raw);
    await pipes.insertOne({ pipe, metres });
    return new Response(null, { status: 204 });
  },
} satisfies ExportedHandler<Env>;
