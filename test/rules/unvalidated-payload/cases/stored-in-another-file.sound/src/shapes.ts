import { z } from 'zod';

export const Parcel = z.object({ number: z.string(), note: z.string() });
