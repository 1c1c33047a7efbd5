export const settings = { siloSecret: process.env.SILO_SECRET ?? '' };
