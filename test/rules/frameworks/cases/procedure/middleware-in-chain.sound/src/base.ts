import { os } from '@orpc/server';

export const publicProcedure = os.$context<{ request: Request }>();
