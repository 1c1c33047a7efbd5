import { Webhook } from 'svix';
import { internal } from './_generated/api';
import { httpAction } from './_generated/server';

export const depotHook = httpAction(async (ctx, request) => {
  const event = await validated(request);
  if (!event) return new Response('unsigned', { status: 400 });
  await ctx.runMutation(internal.parcels.store, { id: event.data.id });
  return new Response(null, { status: 200 });
});

async function validated(request: Request): Promise<{ data: { id: string } } | null> {
  const payload = await request.text();
  const headers = {
    'svix-id': request.headers.get('svix-id')!,
    'svix-timestamp': request.headers.get('svix-timestamp')!,
    'svix-signature': request.headers.get('svix-signature')!,
  };
  try {
    return new Webhook(process.env.DEPOT_SECRET!).verify(payload, headers) as { data: { id: string } };
  } catch {
    return null;
  }
}
