import { withSignature } from './lib/with-signature';
import { boats } from './lib/boats';

Bun.serve({
  routes: {
    '/hooks/boats': { POST: withSignature(async (raw) => {
      const { boat, berth } = JSON.parse(raw);
      await boats.insertOne({ boat, berth });
      return new Response(null, { status: 204 });
    }) },
  },
});
