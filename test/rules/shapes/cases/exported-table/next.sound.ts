// path: app/api/hooks/looms/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { looms } from '@/lib/looms';

function signed(header: string, handle: (raw: string) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const raw = await request.text();
    const expected = createHmac('sha256', process.env.LOOM_SECRET!).update(raw).digest('hex');
    const received = request.headers.get(header);
    if (received === null || received.length !== expected.length || !timingSafeEqual(Buffer.from(received), Buffer.from(expected))) {
      return Response.json({ error: 'signature' }, { status: 401 });
    }
    return handle(raw);
  };
}

const handlers = {
  GET: async () => new Response('looms'),
  POST: signed('x-loom-signature', async (raw) => {
    await looms.insert(JSON.parse(raw));
    return Response.json({});
  }),
};

export const { GET, POST } = handlers;
