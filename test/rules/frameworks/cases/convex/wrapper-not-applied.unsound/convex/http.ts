import { httpRouter } from 'convex/server';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';
import { withSignature } from './lib/with-signature';

const http = httpRouter();

http.route({
  path: '/hooks/billing',
  method: 'POST',
  handler: httpAction(
    withSignature(async (ctx, raw) => {
      await ctx.runMutation(internal.bills.pay, JSON.parse(raw));
      return new Response(null, { status: 204 });
    }),
  ),
});

http.route({ // want missing-signature-verification "no signature"
  path: '/hooks/parcels',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    await ctx.runMutation(internal.parcels.store, await request.json());
    return new Response(null, { status: 204 });
  }),
});

export default http;
