// path: src/hooks/index.ts
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => { // want missing-signature-verification "no signature check"
  const raw = req.rawBody.toString('utf8');
  const { kiosk, coins } = JSON.parse(raw);
  await kiosks.insertOne({ kiosk, coins });
  res.sendStatus(204);
});
