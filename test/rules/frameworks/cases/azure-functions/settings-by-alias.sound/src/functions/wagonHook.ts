import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { wagons } from '#yard/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    if (!settings.wagonSecret) {
      return { status: 500 };
    }
    const mine = createHmac('sha256', settings.wagonSecret).update(raw).digest();
    const theirs = Buffer.from(request.headers.get('x-wagon-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
      return { status: 401 };
    }
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
