import { createHmac, timingSafeEqual } from 'node:crypto';

export const withSignature =
  (handler: (raw: string) => Promise<Response>) =>
  async (request: Request, env: { PIPE_SECRET: string }): Promise<Response> => {
    const raw = await request.text();
    const mine = createHmac('sha256', env.PIPE_SECRET).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-pipe-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
    return handler(raw);
  };
