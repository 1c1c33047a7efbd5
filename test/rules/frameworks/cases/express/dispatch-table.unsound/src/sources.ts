import { parcels } from './parcels';

export const sources: Record<string, (event: { id: string }) => Promise<void>> = {
  ferry: async (event) => {
    await parcels.insertOne({ id: event.id, by: 'ferry' });
  },
  rail: async (event) => {
    await parcels.insertOne({ id: event.id, by: 'rail' });
  },
};
