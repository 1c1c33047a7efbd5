import { createHmac, timingSafeEqual } from 'node:crypto';
import { db } from '../db';

export const crates = {
  verify(raw: string, signature: string | null | undefined): boolean {
    const mine = createHmac('sha256', (globalThis as any).PIPE_SECRET).update(raw).digest();
    const theirs = Buffer.from(signature ?? '', 'hex');
    return mine.length === theirs.length && timingSafeEqual(mine, theirs);
  },
  async receive(event: Record<string, string>): Promise<void> {
    await db.collection('crates').insertOne({ number: event.number });
  },
};
