export const settings: Record<string, string | undefined> = {
  port: process.env.PORT,
  lampSecret: process.env.LAMP_SECRET,
};
