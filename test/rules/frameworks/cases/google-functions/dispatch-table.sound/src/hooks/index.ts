import { senders } from '../lib/senders';
import { onRequest } from 'firebase-functions/v2/https';

export const kiosk_hook = onRequest({ region: 'europe-west1' }, async (req, res) => {
  const raw = req.rawBody.toString('utf8');
  const kind = req.get('x-sender') ?? '';
  const sender = senders[kind];
  if (!sender) {
    res.status(401).send('unauthorized');
    return;
  }
  if (!sender.verify(raw, req.get('x-kiosk-signature'))) {
    res.status(401).send('unauthorized');
    return;
  }
  await sender.receive(JSON.parse(raw));
  res.sendStatus(204);
});
