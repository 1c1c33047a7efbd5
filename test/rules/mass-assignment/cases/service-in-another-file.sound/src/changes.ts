import { z } from 'zod';

export const Changes = z.object({ status: z.string(), weight: z.number() });
