import { bookings } from '../lib/bookings';

export const receive = async ({ request }: { request: Request }) => {
  await bookings.insertOne(await request.json());
  return null;
};
