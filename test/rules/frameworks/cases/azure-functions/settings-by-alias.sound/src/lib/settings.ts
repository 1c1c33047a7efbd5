export const settings = { wagonSecret: process.env.WAGON_SECRET ?? '' };
