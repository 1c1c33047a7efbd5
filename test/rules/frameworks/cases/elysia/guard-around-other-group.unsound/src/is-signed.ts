import type { Context } from 'elysia';
import { isGenuine } from './genuine';

export async function isSigned({ request, set }: Context) {
  const raw = await request.clone().text();
  if (!isGenuine(raw, request.headers.get('x-depot-signature') ?? '', process.env.DEPOT_SECRET!)) {
    set.status = 401;
    return 'unsigned';
  }
}
