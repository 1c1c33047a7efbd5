import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { kilns } from './kilns';

function isGenuine(raw: Buffer, signature: string | undefined): boolean {
  const expected = createHmac('sha256', process.env.KILN_SECRET!).update(raw).digest('hex');
  return signature != null && signature.length === expected.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}

const app = express();
app.post('/inbox/kilns', express.raw({ type: '*/*' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-kiln-signature'))) return res.sendStatus(401);
  await kilns.insert(JSON.parse(req.body));
  return res.sendStatus(204);
});
