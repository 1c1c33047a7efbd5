import { ORPCError } from '@orpc/server';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { parcels } from './parcels';

export const parcelInput = z.object({ headers: z.object({ 'x-depot-signature': z.string() }), body: z.string() });

export async function receiveParcel({ input: { headers, body } }: { input: z.infer<typeof parcelInput> }) {
  const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(body).digest('hex');
  if (mine !== headers['x-depot-signature']) throw new ORPCError('UNAUTHORIZED'); // want weak-signature-comparison "constant time"
  await parcels.insertOne(JSON.parse(body));
  return { stored: true };
}
