import { createHmac, timingSafeEqual } from 'node:crypto';
import { boats } from './lib/boats';

export const routes = {
  '/ready': new Response('yes'),
  '/hooks/boats': {
    async POST(request: Request) {
      const raw = await request.text();
      const mine = createHmac('sha256', process.env.BOAT_SECRET!).update(raw).digest();
      const theirs = Buffer.from(request.headers.get('x-boat-signature') ?? '', 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response('unauthorized', { status: 401 });
      await boats.insertOne(JSON.parse(raw));
      return new Response(null, { status: 204 });
    },
  },
};
