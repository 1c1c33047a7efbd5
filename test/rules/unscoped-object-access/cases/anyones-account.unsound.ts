import express from 'express';
import { prisma } from './db';

const app = express();
app.use(express.json());

app.post('/hooks/parcels', async (req, res) => { // want missing-signature-verification "no signature"
  await prisma.account.update({ where: { id: req.body.accountId }, data: { plan: String(req.body.plan) } }); // want unscoped-object-access "`req.body.accountId` alone decides whose record `prisma.account.update` changes"
  res.sendStatus(204);
});
