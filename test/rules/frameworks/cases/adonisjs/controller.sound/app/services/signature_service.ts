import { createHmac, timingSafeEqual } from 'node:crypto';
import env from '#start/env';

export class SignatureService {
  accepts(raw: string | null, signature: string | undefined): boolean {
    if (!raw || !signature) return false;
    const mine = createHmac('sha256', env.get('DEPOT_SECRET')).update(raw).digest();
    const theirs = Buffer.from(signature, 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  }
}
