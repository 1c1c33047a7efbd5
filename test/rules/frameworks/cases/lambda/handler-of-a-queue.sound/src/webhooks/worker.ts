import { meters } from '../lib/meters';

export const handler = async (event) => {
  for (const record of event.Records) {
    const { meter, kwh } = JSON.parse(record.body);
    await meters.insertOne({ meter, kwh });
  }
};
