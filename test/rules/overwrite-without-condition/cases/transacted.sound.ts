import express from 'express';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const dynamo = new DynamoDB({});

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await dynamo.transactWriteItems({
    TransactItems: [
      { Put: { TableName: 'events', Item: { pk: { S: event.id } }, ConditionExpression: 'attribute_not_exists(pk)' } },
      { Put: { TableName: 'owners', Item: { pk: { S: event.data.object.customer }, plan: { S: 'paid' } } } },
    ],
  });
  res.sendStatus(200);
});
