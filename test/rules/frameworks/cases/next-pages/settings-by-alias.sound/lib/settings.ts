export const settings = { parcelSecret: process.env.PARCEL_SECRET ?? '' };
