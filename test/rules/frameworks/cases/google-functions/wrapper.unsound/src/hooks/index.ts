import { withSignature } from '../lib/with-signature';
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const other = onRequest(withSignature(async (_raw, res) => void res.sendStatus(204)));

export const kioskWebhook = onRequest(async (req, res) => { // want missing-signature-verification "no signature check"
  const raw = req.rawBody.toString('utf8');
  const { kiosk, coins } = JSON.parse(raw);
  await kiosks.insertOne({ kiosk, coins });
  res.sendStatus(204);
});
