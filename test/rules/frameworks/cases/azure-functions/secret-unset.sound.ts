// path: src/functions/wagonHook.ts
import { wagons } from '../lib/wagons';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const secret = process.env.WAGON_SECRET;
    if (!secret) {
      return { status: 500 };
    }
    const raw = await request.text();
    const mine = createHmac('sha256', secret).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-wagon-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return { status: 401 };
    }
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
