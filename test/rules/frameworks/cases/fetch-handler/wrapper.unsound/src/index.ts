import { withSignature } from './lib/with-signature';
import { pipes } from './lib/pipes';

const other = withSignature(async () => new Response(null, { status: 204 }));

export default {
  async fetch(request: Request, env: unknown): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/other') return other(request, env as never);
    if (pathname !== '/hooks/pipes') return new Response(null, { status: 404 }); // want missing-signature-verification "no signature check"
    const raw = await request.text();
    const { pipe, metres } = JSON.parse(raw);
    await pipes.insertOne({ pipe, metres });
    return new Response(null, { status: 204 });
  },
};
