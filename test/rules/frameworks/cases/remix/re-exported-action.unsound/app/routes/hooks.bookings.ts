export { receive as action } from '../bookings/receive'; // want missing-signature-verification "no signature check"
