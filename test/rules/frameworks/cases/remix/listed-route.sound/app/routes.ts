import { type RouteConfig, route } from '@react-router/dev/routes';

export default [route('hooks/bookings', './bookings/receive.ts')] satisfies RouteConfig;
