import express from 'express';
import { Prisma, PrismaClient } from '@prisma/client';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport(process.env.SMTP_URL);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  try {
    await prisma.handledEvent.create({ data: { id: event.id } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return res.sendStatus(200);
    throw error;
  }
  await mailer.sendMail({ to: event.data.object.receipt_email, subject: 'Your parcel is paid' });
  res.sendStatus(200);
});
