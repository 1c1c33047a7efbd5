import { isGenuine } from '@yard/signing';
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const raw = await request.text();
  if (!isGenuine(raw, request.headers.get('x-booking-signature'), process.env.BOOKING_SECRET)) {
    throw new Response('unauthorized', { status: 401 });
  }
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return data({ ok: true });
}
