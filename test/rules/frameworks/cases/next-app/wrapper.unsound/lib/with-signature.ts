import { createHmac, timingSafeEqual } from 'node:crypto';

export function withSignature(handler: (raw: string, request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const raw = await request.text();
    const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-parcel-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
    return handler(raw, request);
  };
}
