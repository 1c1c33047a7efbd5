import express from 'express';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const client = new DynamoDBClient({});

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { customer, email } = event.data.object;
  await client.send(
    new UpdateItemCommand({
      TableName: 'owners',
      Key: { id: { S: customer } },
      UpdateExpression: 'SET email = :email',
      ExpressionAttributeValues: { ':email': { S: email } },
    }),
  );
  res.sendStatus(200);
});
