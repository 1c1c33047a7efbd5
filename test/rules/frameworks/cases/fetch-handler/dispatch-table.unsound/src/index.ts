import { senders } from './lib/senders';
export interface Env {
  PIPE_SECRET: string;
  STRIPE_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> { // want missing-signature-verification "no signature check"
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || pathname !== '/hooks/pipes') return new Response('not found', { status: 404 });
    const raw = await request.text();
    const kind = request.headers.get('x-sender') ?? '';
    const sender = senders[kind];
    if (!sender) {
      return new Response('unauthorized', { status: 401 });
    }
    await sender.receive(JSON.parse(raw));
    return new Response(null, { status: 204 });
  },
} satisfies ExportedHandler<Env>;
