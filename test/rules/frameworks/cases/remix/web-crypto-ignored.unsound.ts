// path: app/routes/hooks.bookings.ts
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export async function action({ request }: ActionFunctionArgs) {
  const raw = await request.text();
  const given = Uint8Array.from(atob(request.headers.get('x-booking-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.BOOKING_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  if (!crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw))) { // want fail-open-verification "not awaited"
    throw new Response('unauthorized', { status: 401 });
  }
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return data({ ok: true });
}
