// path: src/functions/wagonHook.ts
import { createHmac } from 'node:crypto';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    const mine = createHmac('sha256', process.env.WAGON_SECRET!).update(raw).digest('hex');
    if (mine !== request.headers.get('x-wagon-signature')) { // want weak-signature-comparison "not in constant time"
      return { status: 401 };
    }
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
