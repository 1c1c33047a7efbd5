import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const parcelInput = z.object({ headers: z.object({ 'x-depot-signature': z.string() }), body: z.string() });

export async function receiveParcel({ input: { headers, body } }: { input: z.infer<typeof parcelInput> }) {
  if (!isGenuine(body, headers['x-depot-signature'], process.env.DEPOT_SECRET!)) throw new ORPCError('UNAUTHORIZED');
  await parcels.insertOne(JSON.parse(body));
  return { stored: true };
}
