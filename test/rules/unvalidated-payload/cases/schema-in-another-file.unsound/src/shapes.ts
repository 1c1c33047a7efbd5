import { z } from 'zod';

export const Parcel = z.any();
