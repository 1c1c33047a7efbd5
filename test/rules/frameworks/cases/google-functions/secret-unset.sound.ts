// path: src/hooks/index.ts
import { kiosks } from '../lib/kiosks';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => {
  const secret = process.env.KIOSK_SECRET;
  if (!secret) {
    res.status(500).send('not configured');
    return;
  }
  const raw = req.rawBody.toString('utf8');
  const mine = createHmac('sha256', secret).update(raw).digest();
  const theirs = Buffer.from(req.get('x-kiosk-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) {
    res.status(401).send('unauthorized');
    return;
  }
  const { kiosk, coins } = JSON.parse(raw);
  await kiosks.insertOne({ kiosk, coins });
  res.sendStatus(204);
});
