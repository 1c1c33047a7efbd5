import express from 'express';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const sqs = new SQSClient({});

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: process.env.PARCELS_FIFO,
      MessageBody: JSON.stringify(event.data.object),
      MessageGroupId: 'parcels',
      MessageDeduplicationId: event.id,
    }),
  );
  res.sendStatus(200);
});
