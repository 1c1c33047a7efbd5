import { withSignature } from '../lib/with-signature';
import { bookings } from '../lib/bookings';
import { type ActionFunctionArgs, data } from 'react-router';

export const action = withSignature(async (raw) => {
  const { booking, nights } = JSON.parse(raw);
  await bookings.insertOne({ booking, nights });
  return data({ ok: true });
});
