export const settings = { ticketSecret: process.env.TICKET_SECRET ?? '' };
