// path: src/functions/wagonHook.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const event = (await request.json()) as Record<string, string>;
    const mine = createHmac('sha256', process.env.WAGON_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
    const theirs = Buffer.from(request.headers.get('x-wagon-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return { status: 401 };
    }
    await wagons.insertOne({ wagon: event.wagon, load: event.load });
    return { status: 204 };
  },
});
