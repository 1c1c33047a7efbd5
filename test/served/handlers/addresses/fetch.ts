import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

const app = express();

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(req.body).digest();
  const theirs = Buffer.from(String(req.get('x-parcel-signature') ?? ''), 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString());
  const answer = await fetch(event.reply_to, { method: 'POST', headers: { 'x-parcel': event.id }, body: JSON.stringify({ ok: true }) });
  return res.json({ status: answer.status, said: await answer.text() });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
