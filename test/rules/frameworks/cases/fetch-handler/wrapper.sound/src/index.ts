import { withSignature } from './lib/with-signature';
import { pipes } from './lib/pipes';

export default {
  fetch: withSignature(async (raw) => {
    const { pipe, metres } = JSON.parse(raw);
    await pipes.insertOne({ pipe, metres });
    return new Response(null, { status: 204 });
  }),
};
