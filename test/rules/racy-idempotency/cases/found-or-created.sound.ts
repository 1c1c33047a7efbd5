import express from 'express';
import { PrismaClient } from '@prisma/client';
import { sendMail } from './mail';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const prisma = new PrismaClient();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const known = await prisma.handledEvent.findUnique({ where: { id: event.id } });
  if (known) return res.sendStatus(200);
  await prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { owner: event.data.object.customer }, data: { credits: { increment: 10 } } });
    await tx.handledEvent.create({ data: { id: event.id } });
  });
  res.sendStatus(200);
});
