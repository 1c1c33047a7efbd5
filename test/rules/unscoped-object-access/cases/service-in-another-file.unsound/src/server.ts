import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { prisma } from './db';
import { Parcels } from './parcels';

const app = express();

function genuine(secret: string, body: Buffer, header: string | undefined): boolean {
  const mine = createHmac('sha256', secret).update(body).digest();
  const theirs = Buffer.from(header ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/:slug/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const depot = await prisma.depot.findUnique({ where: { slug: req.params.slug } });
  if (!depot?.webhookSecret) return res.sendStatus(404);
  if (!genuine(depot.webhookSecret, req.body, req.get('x-depot-signature'))) return res.sendStatus(401);

  const body = JSON.parse(req.body.toString('utf8'));
  await new Parcels().remove(body.number); // want unscoped-object-access "alone decides what `prisma.parcel.deleteMany` deletes"
  res.sendStatus(204);
});
