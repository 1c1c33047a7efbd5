// path: src/index.ts
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
    const given = Uint8Array.from(atob(request.headers.get('x-pipe-signature') ?? ''), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(env.PIPE_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw));
    if (!genuine) {
      return new Response('unauthorized', { status: 401 });
    }
    const { pipe, metres } = JSON.parse(raw);
    await pipes.insertOne({ pipe, metres });
    return new Response(null, { status: 204 });
  },
} satisfies ExportedHandler<Env>;
