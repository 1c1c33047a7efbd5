import Stripe from 'stripe';
import { httpRouter } from 'convex/server';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

const http = httpRouter();

http.route({
  path: '/stripe/ferry-tickets',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    const signature = request.headers.get('stripe-signature') as string;
    const result = await ctx.runAction(internal.tickets.fulfil, { signature, payload: await request.text() });
    return new Response(null, { status: result.success ? 200 : 400 });
  }),
});

export const apiVersion = Stripe.API_VERSION;
export default http;
