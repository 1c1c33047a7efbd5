// path: app/api/hooks/bookings/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bookings } from '@/lib/bookings';

function matches(raw: string, secret: string | undefined, header: string | null): boolean {
  if (!secret || !header) return false;
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(header, 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

export async function POST(request: Request) {
  const raw = await request.text();
  const header = request.headers.get('x-booking-signature');
  const isOld = request.headers.get('x-booking-version') === '1';

  const genuine = isOld ? matches(raw, process.env.BOOKING_SECRET_V1, header) : matches(raw, process.env.BOOKING_SECRET, header);
  if (!genuine) return new Response('unauthorized', { status: 401 });

  const booking = JSON.parse(raw);
  await bookings.insert({ id: isOld ? booking.reference : booking.id, room: booking.room });
  return new Response('stored');
}
