import { isGenuine } from '../genuine';
import { parcels } from '../parcels';

export const ferry = {
  verify: (raw: Buffer, signature: string) => isGenuine(raw, signature, process.env.FERRY_SECRET!),
  handle: async (event: { id: string }) => {
    await parcels.insertOne({ id: event.id, by: 'ferry' });
  },
};
