// path: src/functions/wagonHook.ts
import { wagons } from '../lib/wagons';
import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

app.http('wagonHook', {
  methods: ['POST'],
  route: 'hooks/wagons',
  authLevel: 'anonymous',
  handler: async (request: HttpRequest): Promise<HttpResponseInit> => {
    const raw = await request.text();
    const given = Uint8Array.from(atob(request.headers.get('x-wagon-signature') ?? ''), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.WAGON_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw));
    if (!genuine) {
      return { status: 401 };
    }
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  },
});
