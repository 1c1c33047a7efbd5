import { isGenuine } from '../lib/genuine';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    if (!isGenuine(raw, request.headers.get('x-wagon-signature'), process.env.WAGON_SECRET)) {
      return { status: 401 };
    }
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
