// path: src/hooks/index.ts
import { kiosks } from '../lib/kiosks';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => {
  const raw = req.rawBody.toString('utf8');
  const given = Uint8Array.from(atob(req.get('x-kiosk-signature') ?? ''), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.KIOSK_SECRET!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const genuine = await crypto.subtle.verify('HMAC', key, given, new TextEncoder().encode(raw));
  if (!genuine) {
    res.status(401).send('unauthorized');
    return;
  }
  const { kiosk, coins } = JSON.parse(raw);
  await kiosks.insertOne({ kiosk, coins });
  res.sendStatus(204);
});
