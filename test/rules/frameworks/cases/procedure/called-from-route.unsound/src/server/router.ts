import { z } from 'zod';
import { kilns } from './kilns';
import { publicProcedure, router } from './trpc';

export const appRouter = router({
  kilns: router({
    fired: publicProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => kilns.insertOne({ id: input.id })),
  }),
});
