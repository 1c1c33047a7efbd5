import { createHmac, timingSafeEqual } from 'node:crypto';
import { bookings } from '../lib/bookings';

export const receive = async ({ request }: { request: Request }) => {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.BOOKING_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-booking-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
  await bookings.insertOne(JSON.parse(raw));
  return null;
};
