import { Elysia } from 'elysia';
import { isGenuine } from './genuine';

export const signed = new Elysia({ name: 'signed' })
  .resolve({ as: 'scoped' }, async ({ request, status }) => {
    const raw = await request.clone().text();
    if (!isGenuine(raw, request.headers.get('x-depot-signature') ?? '', process.env.DEPOT_SECRET!)) return status(401);
    return { raw };
  });
