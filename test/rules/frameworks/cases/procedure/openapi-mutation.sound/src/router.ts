import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { publicProcedure, router } from './trpc';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const hooks = router({
  receive: publicProcedure
    .meta({ openapi: { method: 'POST', path: '/hooks/parcels' } })
    .input(z.object({ id: z.string() }))
    .mutation(async ({ input, ctx }) => {
      if (!isGenuine(ctx.rawBody, String(ctx.req.headers['x-depot-signature'] ?? ''), process.env.DEPOT_SECRET!)) throw new TRPCError({ code: 'UNAUTHORIZED' });
      await parcels.insertOne({ id: input.id });
      return { stored: true };
    }),
});
