import { Elysia } from 'elysia';
import { isGenuine } from './genuine';

// A hook without a scope is for the routes of its own instance only.
export const signed = new Elysia({ name: 'signed' }).onBeforeHandle(async ({ request, status }) => {
  const raw = await request.clone().text();
  if (!isGenuine(raw, request.headers.get('x-depot-signature') ?? '', process.env.DEPOT_SECRET!)) return status(401);
});
