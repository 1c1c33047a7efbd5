// path: app/routes/hooks.bookings.ts
import { createHmac } from 'node:crypto';
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.BOOKING_SECRET!).update(raw).digest('hex');
  if (mine !== request.headers.get('x-booking-signature')) { // want weak-signature-comparison "not in constant time"
    throw new Response('unauthorized', { status: 401 });
  }
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return data({ ok: true });
}
