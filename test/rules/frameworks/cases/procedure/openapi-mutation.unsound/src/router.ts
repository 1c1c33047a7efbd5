import { z } from 'zod';
import { publicProcedure, router } from './trpc';
import { parcels } from './parcels';

export const hooks = router({
  receive: publicProcedure
    .meta({ openapi: { method: 'POST', path: '/hooks/parcels' } })
    .input(z.object({ id: z.string() }))
    .mutation(async ({ input }) => { // want missing-signature-verification "no signature"
      await parcels.insertOne({ id: input.id });
      return { stored: true };
    }),
});
