import { initTRPC } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-openapi';

interface Context {
  rawBody: Buffer;
  req: { headers: Record<string, string | undefined> };
}

const t = initTRPC.context<Context>().meta<OpenApiMeta>().create();
export const { router, procedure } = t;
