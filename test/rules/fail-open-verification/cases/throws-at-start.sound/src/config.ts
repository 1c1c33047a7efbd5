import { z } from 'zod';

const Env = z.object({
  LEADS_SECRET: z.string().min(16),
  DATABASE_URL: z.string().url(),
});

export const env = Env.parse(process.env);
