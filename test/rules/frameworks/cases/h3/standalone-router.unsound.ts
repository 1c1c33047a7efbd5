// path: src/app.ts
import { createApp, createRouter, eventHandler, readBody } from 'h3';
import { crates } from './crates';

export const app = createApp();
const router = createRouter();

router.post('/hooks/crates', eventHandler(async (event) => { // want missing-signature-verification "no signature check"
  const { crate, weight } = await readBody(event);
  await crates.insertOne({ crate, weight });
  return { ok: true };
}));

app.use(router);
