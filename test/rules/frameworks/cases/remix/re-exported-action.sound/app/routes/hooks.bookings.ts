export { receive as action } from '../bookings/receive';
