import { isGenuine } from '../genuine';
import { parcels } from '../parcels';

export const rail = {
  verify: (raw: Buffer, signature: string) => isGenuine(raw, signature, process.env.RAIL_SECRET!),
  handle: async (event: { id: string }) => {
    await parcels.insertOne({ id: event.id, by: 'rail' });
  },
};
