export const settings = { seedSecret: process.env.SEED_SECRET ?? '' };
