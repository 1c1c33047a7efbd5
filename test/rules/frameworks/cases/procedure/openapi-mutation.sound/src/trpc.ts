import { initTRPC } from '@trpc/server';

const t = initTRPC.context<{ rawBody: Buffer; req: { headers: Record<string, string> } }>().meta<object>().create();
export const router = t.router;
export const publicProcedure = t.procedure;
