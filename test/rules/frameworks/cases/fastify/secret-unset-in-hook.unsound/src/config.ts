export const config = { depotSecret: process.env.DEPOT_SECRET };
