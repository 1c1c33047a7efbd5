// path: src/functions/wagonHook.ts
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', { // want missing-signature-verification "no signature check"
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
