export const settings = { tentSecret: process.env.TENT_SECRET ?? '' };
