// path: src/hooks/index.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => {
  const event = req.body;
  const mine = createHmac('sha256', process.env.KIOSK_SECRET!).update(JSON.stringify(event)).digest(); // want parsed-body-signature "parsed and serialised again"
  const theirs = Buffer.from(req.get('x-kiosk-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    res.status(401).send('unauthorized');
    return;
  }
  await kiosks.insertOne({ kiosk: event.kiosk, coins: event.coins });
  res.sendStatus(204);
});
