import { z } from 'zod';
import { publicProcedure, router } from './trpc';
import { parcels } from './parcels';

export const webhookRouter = router({
  parcelSent: publicProcedure.input(z.object({ event: z.object({ id: z.string() }) })).mutation(async ({ input }) => {
    await parcels.insertOne({ id: input.event.id });
  }),
});
