export const settings = { meterSecret: process.env.METER_SECRET ?? '' };
