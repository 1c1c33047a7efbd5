import { senders } from '../lib/senders';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    const kind = request.headers.get('x-sender') ?? '';
    const sender = senders[kind];
    if (!sender) {
      return { status: 401 };
    }
    if (!sender.verify(raw, request.headers.get('x-wagon-signature'))) {
      return { status: 401 };
    }
    await sender.receive(JSON.parse(raw));
    return { status: 204 };
  },
});
