import express from 'express';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const mailer = nodemailer.createTransport(process.env.SMTP_URL);

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => { // want missing-idempotency "`mailer.sendMail` sends once more"
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await mailer.sendMail({ to: event.data.object.receipt_email, subject: 'Your parcel is paid' });
  res.sendStatus(200);
});
