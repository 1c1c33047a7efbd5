export const settings = { boatSecret: Bun.env.BOAT_SECRET ?? '' };
