import { initTRPC } from '@trpc/server';

const t = initTRPC.create();
export const { createCallerFactory, router, procedure: publicProcedure } = t;
