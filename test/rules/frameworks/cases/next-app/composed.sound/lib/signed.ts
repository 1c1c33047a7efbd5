import { createHmac, timingSafeEqual } from 'node:crypto';

export const signed = (next: (request: Request) => Promise<Response>) => async (request: Request) => {
  const raw = await request.clone().text();
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-parcel-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
  return next(request);
};
