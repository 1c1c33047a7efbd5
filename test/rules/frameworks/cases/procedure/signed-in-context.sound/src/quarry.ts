import { z } from 'zod';
import { assertSigned } from './context';
import { procedure, router } from './trpc';
import { stones } from './stones';

const signedProcedure = procedure.use(async ({ ctx, next }) => {
  assertSigned(ctx.rawBody, ctx.req.headers['x-quarry-signature']);
  return next({ ctx });
});

export const quarryRouter = router({
  blasted: signedProcedure
    .meta({ openapi: { method: 'POST', path: '/webhooks/quarry' } })
    .input(z.object({ stone: z.string(), tons: z.number() }))
    .mutation(async ({ input }) => {
      await stones.insertOne({ stone: input.stone, tons: input.tons });
      return { ok: true };
    }),
});
