// path: src/app.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createApp, createError, createRouter, eventHandler, getRequestHeader, readRawBody } from 'h3';
import { crates } from './crates';

export const app = createApp();
const router = createRouter();

router.post(
  '/hooks/crates',
  eventHandler(async (event) => {
    const raw = (await readRawBody(event)) ?? '';
    const mine = createHmac('sha256', process.env.CRATE_SECRET!).update(raw).digest();
    const theirs = Buffer.from(getRequestHeader(event, 'x-crate-signature') ?? '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw createError({ statusCode: 401 });
    const { crate, weight } = JSON.parse(raw);
    await crates.insertOne({ crate, weight });
    return { ok: true };
  }),
);

app.use(router);
