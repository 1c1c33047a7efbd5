import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#yard/settings';
import { bookings } from '#yard/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const raw = await request.text();
  if (!settings.bookingSecret) {
    throw new Response('not configured', { status: 500 });
  }
  const mine = createHmac('sha256', settings.bookingSecret).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-booking-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    throw new Response('unauthorized', { status: 401 });
  }
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return data({ ok: true });
}
