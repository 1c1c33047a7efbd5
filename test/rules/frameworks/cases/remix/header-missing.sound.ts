// path: app/routes/hooks.bookings.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const signature = request.headers.get('x-booking-signature');
  if (!signature) {
    throw new Response('unauthorized', { status: 401 });
  }
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.BOOKING_SECRET!).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw new Response('unauthorized', { status: 401 });
  }
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return data({ ok: true });
}
