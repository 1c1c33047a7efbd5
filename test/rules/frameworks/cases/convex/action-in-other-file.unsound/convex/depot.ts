import { Webhook } from 'svix';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

export const depotHook = httpAction(async (ctx, request) => {
  const payload = await request.text();
  const headers = {
    'svix-id': request.headers.get('svix-id')!,
    'svix-timestamp': request.headers.get('svix-timestamp')!,
    'svix-signature': request.headers.get('svix-signature')!,
  };
  try {
    new Webhook(process.env.DEPOT_SECRET!).verify(payload, headers);
  } catch (error) { // want fail-open-verification "goes on"
    console.warn('not verified', error);
  }
  await ctx.runMutation(internal.parcels.store, { id: JSON.parse(payload).data.id });
  return new Response(null, { status: 200 });
});
