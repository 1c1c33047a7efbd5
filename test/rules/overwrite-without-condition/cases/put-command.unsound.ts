import express from 'express';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  const { customer, email } = event.data.object;
  await table.send(new PutCommand({ TableName: 'owners', Item: { pk: `OWNER#${customer}`, email } })); // want overwrite-without-condition "`table.send` replaces whatever item the payload names"
  res.sendStatus(200);
});
