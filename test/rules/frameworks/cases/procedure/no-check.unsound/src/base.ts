import { os } from '@orpc/server';

export const publicProcedure = os.$context<{ headers: Headers }>();
