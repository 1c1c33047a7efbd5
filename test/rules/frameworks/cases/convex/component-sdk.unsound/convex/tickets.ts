import Stripe from 'stripe';
import { v } from 'convex/values';
import { internal } from './_generated/api';
import { internalAction } from './_generated/server';

const stripe = new Stripe(process.env.STRIPE_KEY!, { apiVersion: '2024-06-20' });

export const fulfil = internalAction({
  args: { signature: v.string(), payload: v.string() },
  handler: async (ctx, { signature, payload }) => {
    try {
      const event = JSON.parse(payload) as Stripe.Event;
      stripe.webhooks.constructEventAsync(payload, signature, process.env.STRIPE_WEBHOOK_SECRET!); // want fail-open-verification "not awaited"
      if (event.type === 'checkout.session.completed') await ctx.runMutation(internal.tickets.markPaid, { id: event.data.object.id });
      return { success: true };
    } catch {
      return { success: false };
    }
  },
});
