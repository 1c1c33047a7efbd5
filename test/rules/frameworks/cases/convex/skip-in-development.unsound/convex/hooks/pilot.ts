import { internal } from '../_generated/api';
import { httpAction } from '../_generated/server';
import { isFromPilots } from '../lib/pilots';

export const pilotHook = httpAction(async (ctx, request) => {
  const raw = await request.text();
  const genuine = await isFromPilots(raw, request.headers);
  if (!genuine) return Response.json({ error: 'forged' }, { status: 401 });
  await ctx.runMutation(internal.pilots.dispatch, JSON.parse(raw));
  return Response.json({ ok: true });
});
