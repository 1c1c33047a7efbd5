export const settings = { crateSecret: process.env.NUXT_CRATE_SECRET ?? '' };
