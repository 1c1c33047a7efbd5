import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpHandler, HttpResponseInit } from '@azure/functions';

export const withSignature =
  (handler: (raw: string) => Promise<HttpResponseInit>): HttpHandler =>
  async (request) => {
    const raw = await request.text();
    const mine = createHmac('sha256', process.env.WAGON_SECRET!).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-wagon-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return { status: 401 };
    return handler(raw);
  };
