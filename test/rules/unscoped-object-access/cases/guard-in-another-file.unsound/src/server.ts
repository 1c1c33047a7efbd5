import express from 'express';
import { depotOf } from './depot-of';
import { prisma } from './db';

const app = express();

app.post('/hooks/:slug/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const depot = await depotOf(req.params.slug, req.body, req.get('x-depot-signature'));
  if (!depot) return res.sendStatus(401);
  const { parcelId } = JSON.parse(req.body.toString('utf8'));
  await prisma.parcel.updateMany({ where: { id: parcelId }, data: { arrived: true } }); // want unscoped-object-access "`parcelId` alone decides what `prisma.parcel.updateMany` changes"
  res.sendStatus(204);
});
