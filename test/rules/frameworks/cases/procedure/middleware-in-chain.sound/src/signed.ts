import { ORPCError, os } from '@orpc/server';
import { isGenuine } from './genuine';

export const signed = async ({ context, next }: { context: { request: Request }; next: (with_: object) => Promise<unknown> }) => {
  const raw = await context.request.text();
  if (!isGenuine(raw, context.request.headers.get('x-depot-signature') ?? '', process.env.DEPOT_SECRET!)) throw new ORPCError('UNAUTHORIZED');
  return next({ context: { raw } });
};

export const base = os;
