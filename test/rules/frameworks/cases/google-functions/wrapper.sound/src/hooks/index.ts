import { withSignature } from '../lib/with-signature';
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const kioskWebhook = onRequest(withSignature(async (raw, res) => {
  const { kiosk, coins } = JSON.parse(raw);
  await kiosks.insertOne({ kiosk, coins });
  res.sendStatus(204);
}));
