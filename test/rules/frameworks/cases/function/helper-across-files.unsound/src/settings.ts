export const settings = { kilnSecret: process.env.KILN_SECRET };
