import express from 'express';
import { prisma } from './db';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  await prisma.parcel.update({ where: { number: Number(req.body.number) }, data: req.body }); // want mass-assignment "All of the body goes into `prisma.parcel.update`"
  res.sendStatus(204);
});
