import { ferry } from './ferry';
import { rail } from './rail';

export const sources: Record<string, typeof ferry> = { ferry, rail };
