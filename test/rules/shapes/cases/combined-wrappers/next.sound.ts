// path: app/api/hooks/looms/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { looms } from '@/lib/looms';

type Handler = (request: Request, raw: string) => Promise<Response>;
type Wrapper = (handler: any) => any;

const combine =
  (...wrappers: Wrapper[]) =>
  (handler: Handler) =>
    wrappers.reduceRight((inner, wrap) => wrap(inner), handler as any);

const withErrors: Wrapper = (handler) => async (request: Request, raw: string) => {
  try {
    return await handler(request, raw);
  } catch {
    return new Response(null, { status: 500 });
  }
};

const withSignature: Wrapper = (handler) => async (request: Request) => {
  const raw = await request.text();
  const expected = createHmac('sha256', process.env.LOOM_SECRET!).update(raw).digest();
  const received = Buffer.from(request.headers.get('x-loom-signature') ?? '', 'hex');
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return new Response(null, { status: 401 });
  return handler(request, raw);
};

export const POST = combine(withErrors, withSignature)(async (_request, raw) => {
  await looms.insert(JSON.parse(raw));
  return new Response(null, { status: 204 });
});
