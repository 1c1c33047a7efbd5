import { withSignature } from './lib/with-signature';
import { boats } from './lib/boats';

Bun.serve({
  routes: {
    '/other': { POST: withSignature(async () => new Response(null, { status: 204 })) },
    '/hooks/boats': {
      POST: async (request) => { // want missing-signature-verification "no signature check"
        const raw = await request.text();
        const { boat, berth } = JSON.parse(raw);
        await boats.insertOne({ boat, berth });
        return new Response(null, { status: 204 });
      },
    },
  },
});
