import express from 'express';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const client = new DynamoDBClient({});

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { customer, email } = event.data.object;
  await client.send(new PutItemCommand({ TableName: 'owners', Item: { id: { S: customer }, email: { S: email } } })); // want overwrite-without-condition "`client.send` replaces"
  res.sendStatus(200);
});
