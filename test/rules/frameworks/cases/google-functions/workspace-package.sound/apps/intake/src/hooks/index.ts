import { isGenuine } from '@yard/signing';
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => {
  const raw = req.rawBody.toString('utf8');
  if (!isGenuine(raw, req.get('x-kiosk-signature'), process.env.KIOSK_SECRET)) {
    res.status(401).send('unauthorized');
    return;
  }
  const { kiosk, coins } = JSON.parse(raw);
  await kiosks.insertOne({ kiosk, coins });
  res.sendStatus(204);
});
