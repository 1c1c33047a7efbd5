export const settings = { ferrySecret: process.env.FERRY_SECRET ?? '' };
