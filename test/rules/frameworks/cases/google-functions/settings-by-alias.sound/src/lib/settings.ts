export const settings = { kioskSecret: process.env.KIOSK_SECRET ?? '' };
