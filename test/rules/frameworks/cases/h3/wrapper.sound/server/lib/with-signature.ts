import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EventHandler, H3Event } from 'h3';

export function withSignature(handler: (event: H3Event, raw: string) => Promise<unknown>): EventHandler {
  return defineEventHandler(async (event) => {
    const raw = (await readRawBody(event)) ?? '';
    const mine = createHmac('sha256', useRuntimeConfig(event).crateSecret).update(raw).digest();
    const theirs = Buffer.from(getHeader(event, 'x-crate-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw createError({ statusCode: 401 });
    return handler(event, raw);
  });
}
