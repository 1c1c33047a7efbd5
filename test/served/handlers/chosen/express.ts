import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { db, prisma } from './db.js';

const app = express();

function genuine(body: Buffer, sent: string | undefined): boolean {
  const mine = createHmac('sha256', process.env.PARCEL_KEY!).update(body).digest();
  const theirs = Buffer.from(sent ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/webhooks/kinds', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  const body = JSON.parse(req.body.toString());
  await db.collection(body.kind).deleteOne({ id: String(body.id) });
  return res.sendStatus(204);
});

app.post('/webhooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  const body = JSON.parse(req.body.toString());
  await prisma.parcel.update({ where: { number: Number(body.number) }, data: body });
  return res.sendStatus(204);
});

app.listen(Number(process.env.PORT), '127.0.0.1');
