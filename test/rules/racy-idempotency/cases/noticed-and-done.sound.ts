import express from 'express';
import { PrismaClient } from '@prisma/client';
import { sendMail } from './mail';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const prisma = new PrismaClient();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  try {
    await prisma.handledEvent.create({ data: { id: event.id } });
  } catch (error) {
    console.warn('seen before', error);
    return res.sendStatus(200);
  }
  await sendMail(event.data.object.receipt_email, 'Your parcel is paid');
  res.sendStatus(200);
});
