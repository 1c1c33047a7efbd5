import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Route } from './+types/receive';
import { bookings } from '../lib/bookings';

export async function action({ request }: Route.ActionArgs) {
  const raw = await request.text();
  const mine = createHmac('sha256', process.env.BOOKING_SECRET!).update(raw).digest();
  const theirs = Buffer.from(request.headers.get('x-booking-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return new Response(null, { status: 401 });
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return Response.json({ ok: true });
}
