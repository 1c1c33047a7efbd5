// path: src/functions/wagonHook.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const signature = request.headers.get('x-wagon-signature');
    if (!signature) {
      return { status: 401 };
    }
    const raw = await request.text();
    const mine = createHmac('sha256', process.env.WAGON_SECRET!).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return { status: 401 };
    }
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
