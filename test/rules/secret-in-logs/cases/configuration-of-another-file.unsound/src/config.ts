export const config = { crateSecret: process.env.CRATE_SECRET!, region: process.env.REGION };
