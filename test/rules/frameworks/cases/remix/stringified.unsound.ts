// path: app/routes/hooks.bookings.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const event = await request.json();
  const mine = createHmac('sha256', process.env.BOOKING_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(request.headers.get('x-booking-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw new Response('unauthorized', { status: 401 });
  }
  await bookings.insertOne({ booking: event.booking, nights: event.nights });
  return data({ ok: true });
}
