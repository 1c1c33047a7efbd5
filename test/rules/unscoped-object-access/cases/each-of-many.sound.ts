import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { prisma } from './db';

const app = express();

async function returned(depotId: string, { parcelId, reason }: { parcelId: string; reason: string }) {
  await prisma.parcel.updateMany({ where: { id: parcelId, depotId }, data: { returnedFor: String(reason) } });
}

function genuine(secret: string, body: Buffer, header: string | undefined): boolean {
  const mine = createHmac('sha256', secret).update(body).digest();
  const theirs = Buffer.from(header ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/:slug/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const depot = await prisma.depot.findUnique({ where: { slug: req.params.slug } });
  if (!depot?.webhookSecret) return res.sendStatus(404);
  if (!genuine(depot.webhookSecret, req.body, req.get('x-depot-signature'))) return res.sendStatus(401);

  const { parcels } = JSON.parse(req.body.toString('utf8'));
  await Promise.all(parcels.map((parcel: any) => returned(depot.id, parcel)));
  res.sendStatus(204);
});
