// path: app/api/hooks/bookings/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bookings } from '@/lib/bookings';

export async function POST(request: Request) {
  const raw = await request.text();
  const booking = JSON.parse(raw);

  if (request.headers.get('x-booking-version') === '1') { // want fail-open-verification "The sender decides"
    await bookings.insert({ id: booking.reference, room: booking.room });
    return new Response('stored (v1)');
  }

  const expected = createHmac('sha256', process.env.BOOKING_SECRET!).update(raw).digest();
  const received = Buffer.from(request.headers.get('x-booking-signature') ?? '', 'hex');
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return new Response('unauthorized', { status: 401 });
  }
  await bookings.insert({ id: booking.id, room: booking.room });
  return new Response('stored');
}
