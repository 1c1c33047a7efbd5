export const settings = { bookingSecret: process.env.BOOKING_SECRET ?? '' };
