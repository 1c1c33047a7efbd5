import { createHmac, timingSafeEqual } from 'node:crypto';

interface Options {
  secret(): string | undefined;
  onEvent(kind: string, event: { after: string }): Promise<void>;
}

export function createInbox({ secret, onEvent }: Options) {
  return {
    async GET() {
      return new Response('this address receives deliveries');
    },
    async POST(request: Request) {
      const key = secret();
      if (!key) return new Response('not configured', { status: 500 });

      const raw = await request.text();
      const mine = `sha256=${createHmac('sha256', key).update(raw).digest('hex')}`;
      const theirs = request.headers.get('x-hub-signature-256') ?? '';
      if (mine.length !== theirs.length || !timingSafeEqual(Buffer.from(mine), Buffer.from(theirs))) {
        return new Response('unauthorized', { status: 401 });
      }

      await onEvent(request.headers.get('x-github-event') ?? '', JSON.parse(raw));
      return new Response(null, { status: 204 });
    },
  };
}
